"""A small company to try everything on: an old portal, a mailbox and documents, all on this machine."""
