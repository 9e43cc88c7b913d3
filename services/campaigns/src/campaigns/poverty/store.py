"""What the room «poverty» keeps."""

from campaigns.store.repository import Repository


class PovertyStore(Repository):
    """Keeps and finds the yearly poverty review, mirrored from the state side."""
