"""What the room «media» keeps."""

from datetime import date

from sqlalchemy import extract, or_, select

from campaigns.media import tables
from campaigns.media.domain.item import MediaItem
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.media import queries

FILTERS = {"outlet_org", "format", "topic", "guidance_id", "exemplar_id", "model_id", "state"}


class MediaStore(Repository):
    """Keeps and finds what the outlets published."""

    def item(self, item_id: str) -> MediaItem:
        """Return an item. Raises NotFound."""
        return self._get(MediaItem, item_id, "media item")

    def page(self, asked: queries.MediaItemList) -> PageOf[MediaItem]:
        """Return a page of items."""
        table = tables.media_items
        given = asked.model_dump(include=FILTERS, exclude_none=True)
        wanted = select(MediaItem).where(*(table.c[name] == value for name, value in given.items()))
        if asked.year:
            wanted = wanted.where(extract("year", table.c.published_on) == asked.year)
        return self._page(wanted, table, asked)

    def counted(self, guidance_id: str, on: date) -> list[MediaItem]:
        """Return the items of a programme that count on a day."""
        c = tables.media_items.c
        stands = or_(c.withdrawn_on.is_(None), c.withdrawn_on > on)
        wanted = select(MediaItem).where(c.guidance_id == guidance_id, c.published_on <= on, stands)
        return list(self._session.scalars(wanted.order_by(c.id)))
