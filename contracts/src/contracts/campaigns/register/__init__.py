"""Messages of the room «register»: a commune's list of households, read from a file."""
