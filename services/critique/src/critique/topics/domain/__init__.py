"""The rules of topics: plain Python, no tool in sight."""
