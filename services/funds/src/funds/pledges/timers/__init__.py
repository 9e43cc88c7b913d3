"""What the service does by itself with pledges, one act a file."""
