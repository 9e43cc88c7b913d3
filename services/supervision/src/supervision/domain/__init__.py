"""The rules of supervision, in plain Python."""
