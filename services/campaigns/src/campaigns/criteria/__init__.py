"""Criteria sets: those that law laid down, and those that the province promulgated since."""
