"""What the service tells the others: households: register, import, years."""
