"""What the features of the reporting service share."""
