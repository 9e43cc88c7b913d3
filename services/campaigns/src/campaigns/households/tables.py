"""The tables of the room «households»."""
