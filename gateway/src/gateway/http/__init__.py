"""What HTTP asks of every answer: language, problems, trail, caching, reading input."""
