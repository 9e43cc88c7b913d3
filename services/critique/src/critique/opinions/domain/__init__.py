"""The rules of opinions: plain Python, no tool in sight."""
