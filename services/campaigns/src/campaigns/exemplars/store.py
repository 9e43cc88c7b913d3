"""What the room «exemplars» keeps."""

from campaigns.store.repository import Repository


class ExemplarsStore(Repository):
    """Keeps and finds outstanding exemplars and their commendation."""
