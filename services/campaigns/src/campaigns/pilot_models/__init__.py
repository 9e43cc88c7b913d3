"""Models that are tried out, their replication, and sheets of good practice."""
