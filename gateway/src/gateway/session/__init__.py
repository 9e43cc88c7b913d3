"""Logging in as a demo account, with tokens that this gateway signs."""
