"""What may be asked: models and how they spread."""
