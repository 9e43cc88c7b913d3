"""The acts of the critique service, one a file."""
