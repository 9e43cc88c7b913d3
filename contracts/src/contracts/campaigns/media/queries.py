"""What may be asked: the media programme and what the outlets published."""
