"""What may be asked to be done: units on the way to a standard."""
