"""One chapter of the programme a file; each is played by the agencies that it names."""
