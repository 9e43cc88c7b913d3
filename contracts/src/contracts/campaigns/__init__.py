"""What the campaigns service promises: launching, consulting, assigning, guiding, registering."""
