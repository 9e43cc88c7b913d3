"""What the service tells the others: the yearly poverty review, mirrored from the state side."""
