"""The tables of the room «poverty»."""
