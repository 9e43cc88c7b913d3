"""What the service tells the others: meetings, trainings, extension and other outreach."""
