"""Messages of the room «criteria»: the criteria sets in their versions."""
