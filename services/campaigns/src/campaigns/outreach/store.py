"""What the room «outreach» keeps."""

from campaigns.store.repository import Repository


class OutreachStore(Repository):
    """Keeps and finds meetings, trainings, extension and other outreach."""
