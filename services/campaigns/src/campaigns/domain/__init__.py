"""The rules of campaigning: plain Python."""
