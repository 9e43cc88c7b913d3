"""What the room «standards» keeps."""

from campaigns.store.repository import Repository


class StandardsStore(Repository):
    """Keeps and finds units on the way to a standard."""
