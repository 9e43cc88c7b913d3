"""What the reporting service promises: the programme's document and its duty board."""
