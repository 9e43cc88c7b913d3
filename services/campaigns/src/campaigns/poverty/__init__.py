"""A room of the campaigns service: the yearly poverty review, mirrored from the state side."""
