"""What may be asked to be done: the media programme and what the outlets published."""
