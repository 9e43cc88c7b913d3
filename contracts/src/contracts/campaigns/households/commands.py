"""What may be asked to be done: households: register, import, years."""
