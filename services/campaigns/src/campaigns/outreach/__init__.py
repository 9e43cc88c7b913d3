"""A room of the campaigns service: meetings, trainings, extension and other outreach."""
