"""The campaigns service's promises about outstanding exemplars and their commendation."""
