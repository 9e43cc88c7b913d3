"""The tables of the room «outreach»."""
