"""Exemplars and their commendation."""
