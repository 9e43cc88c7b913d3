"""The faults, one family a file."""
