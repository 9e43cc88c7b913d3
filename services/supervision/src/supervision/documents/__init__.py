"""Guiding documents that can be supervised by reading them."""
