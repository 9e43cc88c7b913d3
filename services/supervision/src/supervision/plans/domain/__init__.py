"""The rules of plans: plain Python, no tool in sight."""
