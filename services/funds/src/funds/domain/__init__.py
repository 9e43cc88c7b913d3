"""The rules of raising money for a fund: plain Python."""
