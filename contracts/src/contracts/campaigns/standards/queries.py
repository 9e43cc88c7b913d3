"""What may be asked: units on the way to a standard."""
