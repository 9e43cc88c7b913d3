"""A room of the campaigns service: households: register, import, years."""
