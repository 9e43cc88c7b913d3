"""The tables of the room «media»."""
