"""What several features of supervision share."""
