"""What may be asked about units on the way to a standard, and how it is answered."""
