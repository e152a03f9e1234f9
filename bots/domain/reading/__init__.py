"""Papers read: from words with boxes to rows, columns, labels and figures, whatever the paper is about. Pure."""
