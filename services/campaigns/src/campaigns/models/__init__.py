"""A room of the campaigns service: models and how they spread."""
