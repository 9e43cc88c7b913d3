"""What the room «media» keeps."""

from campaigns.store.repository import Repository


class MediaStore(Repository):
    """Keeps and finds the media programme and what the outlets published."""
