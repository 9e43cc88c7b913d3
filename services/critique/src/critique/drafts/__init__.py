"""Drafts: their dossier, the form of their critique, their promulgation."""
