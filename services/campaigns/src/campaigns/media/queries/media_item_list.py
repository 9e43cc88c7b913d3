"""What the outlets published, open to everyone."""

from campaigns.media.answers import shown
from campaigns.media.messages import MediaItemList, MediaItemPage
from campaigns.media.repository import MediaItems
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(MediaItemList, get="/media-items", may=anyone, vi="Danh sách tin, bài")
def media_item_list(asked: MediaItemList, work: Work) -> MediaItemPage:
    """List items by outlet, format, topic, programme, what they tell of, state, words and day."""
    found, after = MediaItems(work).page(asked)
    return MediaItemPage(items=[shown(each) for each in found], next_cursor=after)
