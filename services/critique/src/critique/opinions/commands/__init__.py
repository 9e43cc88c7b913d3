"""The acts on opinions, one a file."""
