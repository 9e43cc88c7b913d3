"""The rules of drafts: plain Python, no tool in sight."""
