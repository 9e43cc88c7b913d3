"""The campaigns service's promises about units on the way to a standard."""
