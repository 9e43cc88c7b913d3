"""Donations of money with their receipts."""
