"""What is done when a guiding document is heard of."""
