"""The rules of documents: plain Python, no tool in sight."""
