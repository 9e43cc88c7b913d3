"""A room of the campaigns service: the media programme and what the outlets published."""
