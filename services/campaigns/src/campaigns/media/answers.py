"""How queries show an item."""

from campaigns.common.record import record
from campaigns.media.domain.item import MediaItem
from campaigns.media.messages import MediaItemRecord


def shown(item: MediaItem) -> MediaItemRecord:
    """Show an item."""
    return record(MediaItemRecord, item, item_id=item.id)
