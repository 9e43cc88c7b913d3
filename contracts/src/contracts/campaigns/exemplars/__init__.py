"""The campaigns service's promises about exemplars and their commendation."""
