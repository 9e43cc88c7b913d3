"""The rules of critique: plain Python, no tool in sight."""
