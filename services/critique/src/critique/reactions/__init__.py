"""What the critique service does when it hears of another's act."""
