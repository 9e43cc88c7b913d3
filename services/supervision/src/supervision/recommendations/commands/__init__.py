"""The acts on recommendations, one a file."""
