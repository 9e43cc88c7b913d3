"""Messages of the room «poverty»: the yearly review of poor households, mirrored from the state side."""
