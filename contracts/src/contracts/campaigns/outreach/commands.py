"""What may be asked to be done: meetings, trainings, extension and other outreach."""
