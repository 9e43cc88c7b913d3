"""What several features of the funds service share."""
