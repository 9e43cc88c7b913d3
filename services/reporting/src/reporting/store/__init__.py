"""Where the reporting service keeps its facts."""
