"""The rules of recommendations: plain Python, no tool in sight."""
