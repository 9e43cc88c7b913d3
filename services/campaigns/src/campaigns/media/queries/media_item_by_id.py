"""One item of an outlet, open to everyone."""

from campaigns.media.answers import shown
from campaigns.media.messages import MediaItemById, MediaItemRecord
from campaigns.media.repository import MediaItems
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(MediaItemById, get="/media-items/{item_id}", may=anyone, vi="Tin, bài")
def media_item_by_id(asked: MediaItemById, work: Work) -> MediaItemRecord:
    """Show an item. Raises NotFound."""
    return shown(MediaItems(work).get(asked.item_id))
