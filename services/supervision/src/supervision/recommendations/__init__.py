"""Recommendations to those who were supervised, and their answers."""
