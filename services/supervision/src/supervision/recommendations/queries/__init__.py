"""What is shown of recommendations."""
