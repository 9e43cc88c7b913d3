"""What may be asked to be done: the yearly poverty review, mirrored from the state side."""
