"""Funds and the drives that raise money for them."""
