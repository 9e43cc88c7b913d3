"""What the service tells the others: models and how they spread."""
