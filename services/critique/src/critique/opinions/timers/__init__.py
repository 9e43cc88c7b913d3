"""What the service does by itself with opinions, one act a file."""
