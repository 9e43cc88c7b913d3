"""What may be asked to be done: models and how they spread."""
