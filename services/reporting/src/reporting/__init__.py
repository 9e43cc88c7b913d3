"""The coordination programme, the duty board of its 115 items, and the evidence behind each."""
