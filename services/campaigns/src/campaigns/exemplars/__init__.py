"""A room of the campaigns service: outstanding exemplars and their commendation."""
