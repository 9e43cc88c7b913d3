"""Supervision: plans, recommendations, documents to be read."""
