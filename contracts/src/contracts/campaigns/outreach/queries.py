"""What may be asked: meetings, trainings, extension and other outreach."""
