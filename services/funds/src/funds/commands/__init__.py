"""The acts of a fund's board, one a file."""
