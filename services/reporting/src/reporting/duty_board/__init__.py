"""The duty board of the programme's 115 items, and the evidence behind each."""
