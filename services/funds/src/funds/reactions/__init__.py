"""What the funds service does when it hears of another's act."""
