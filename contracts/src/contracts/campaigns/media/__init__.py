"""Messages of the room «media»: items that the outlets publish, and what they owe."""
