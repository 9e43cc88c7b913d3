"""What a household keeps of the contents that it registered for a year."""
