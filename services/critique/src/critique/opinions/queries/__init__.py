"""What is shown of opinions."""
