"""A room of the campaigns service: models, their replication, and sheets of good practice."""
