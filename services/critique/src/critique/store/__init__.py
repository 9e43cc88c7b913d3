"""Where the critique service keeps its facts."""
