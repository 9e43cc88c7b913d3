"""The rules of the programme and of its duty board, in plain Python."""
