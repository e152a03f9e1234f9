"""Schema changes, one file each, in the order they were made."""
