"""The tables of the room «exemplars»."""
