"""What the service does by itself with recommendations, one act a file."""
