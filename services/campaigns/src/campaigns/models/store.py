"""What the room «models» keeps."""

from campaigns.store.repository import Repository


class ModelsStore(Repository):
    """Keeps and finds models and how they spread."""
