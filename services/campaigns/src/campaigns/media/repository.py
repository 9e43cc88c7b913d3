"""What the feature «media» keeps."""

from datetime import date

from sqlalchemy import or_, select

from campaigns.media import tables
from campaigns.media.domain.item import MediaItem
from campaigns.media.messages import MediaItemList
from contracts.names import Name
from shared.store import Listed, PageOf, Repository

EXACT = {"outlet_body", "format", "topic", "guidance_id", "exemplar_id", "model_id"}


class MediaItems(Repository):
    """Keeps and finds what the outlets published."""

    def get(self, item_id: str) -> MediaItem:
        """Return an item. Raises NotFound."""
        return self._get(MediaItem, item_id, Name("tin, bài", "media item"))

    def page(self, asked: MediaItemList) -> PageOf[MediaItem]:
        """Return a page of items; years and days are those of publication."""
        table = tables.media_items
        given = asked.model_dump(include=EXACT, exclude_none=True)
        wanted = select(MediaItem).where(*(table.c[name] == value for name, value in given.items()))
        by = Listed(day=table.c.published_on, state=table.c.state, text=table.c.search)
        return self._list(MediaItem, table, asked, by, wanted)

    def counted(self, guidance_id: str, on: date) -> list[MediaItem]:
        """Return the items of a programme that count on a day."""
        c = tables.media_items.c
        stands = or_(c.withdrawn_on.is_(None), c.withdrawn_on > on)
        wanted = select(MediaItem).where(c.guidance_id == guidance_id, c.published_on <= on, stands)
        return list(self._session.scalars(wanted.order_by(c.id)))
