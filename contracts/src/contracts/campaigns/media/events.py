"""What the service tells the others: the media programme and what the outlets published."""
