"""The campaigns service's promises about the yearly poverty review, mirrored from the state side."""
