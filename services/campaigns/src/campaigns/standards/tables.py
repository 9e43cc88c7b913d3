"""The tables of the room «standards»."""
