"""What is done when a supervision plan is heard of."""
