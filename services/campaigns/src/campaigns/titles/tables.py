"""The tables of the room «titles»."""
