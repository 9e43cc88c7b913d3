"""What the funds service answers, one noun a file."""
