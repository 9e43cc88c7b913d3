"""What the room «titles» keeps."""

from campaigns.store.repository import Repository


class TitlesStore(Repository):
    """Keeps and finds cultural titles of households and residential areas."""
