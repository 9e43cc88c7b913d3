"""The campaigns service's promises about the media programme and what the outlets published."""
