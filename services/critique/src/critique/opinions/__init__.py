"""Opinion documents on drafts, and their answers."""
