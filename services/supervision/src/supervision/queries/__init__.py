"""What is shown of plans, recommendations and documents."""
