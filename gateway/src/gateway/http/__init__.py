"""What HTTP asks of every answer: language, problem details, request context, caching, payload."""
