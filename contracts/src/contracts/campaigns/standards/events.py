"""What the service tells the others: units on the way to a standard."""
