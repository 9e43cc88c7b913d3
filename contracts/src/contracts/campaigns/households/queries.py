"""What may be asked: households: register, import, years."""
