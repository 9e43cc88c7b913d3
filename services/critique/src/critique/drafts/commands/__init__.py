"""The acts on drafts, one a file."""
