"""What every repository stands on: finding, keeping, listing by pages, and the filters that lists share."""

from shared.store.columns import PlacePath, key, map_all, part_of, path, recorded_at, short_text
from shared.store.deadlines import Explained, deadline
from shared.store.filters import Listed, narrowed, within
from shared.store.page import PageOf, numbered_page, page_of
from shared.store.repository import Repository

__all__ = [
    "Explained",
    "Listed",
    "PageOf",
    "PlacePath",
    "Repository",
    "deadline",
    "key",
    "map_all",
    "narrowed",
    "numbered_page",
    "page_of",
    "part_of",
    "path",
    "recorded_at",
    "short_text",
    "within",
]
