"""Where the funds service keeps its facts."""
