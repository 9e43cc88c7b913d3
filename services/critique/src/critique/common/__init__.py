"""What several features of critique share."""
