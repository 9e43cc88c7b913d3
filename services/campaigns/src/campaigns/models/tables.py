"""The tables of the room «models»."""
