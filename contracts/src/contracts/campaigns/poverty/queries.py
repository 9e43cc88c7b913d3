"""What may be asked: the yearly poverty review, mirrored from the state side."""
