"""A room of the campaigns service: exemplars and their commendation."""
