"""The campaigns service's promises about meetings, trainings, extension and other outreach."""
