"""Promises of money, and the donors who make them."""
