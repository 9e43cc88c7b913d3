"""What every repository stands on: finding, keeping, listing by pages, and the filters that lists share."""

from shared.store.columns import PlacePath, key, map_all, part_of, path, recorded_at, short_text
from shared.store.deadlines import Explained, deadline
from shared.store.filters import Listed, has_words, in_period, in_unit, known_paths, narrowed, within
from shared.store.page import PageOf, numbered_page, page_in, page_of, rows_page
from shared.store.repository import Repository

__all__ = [
    "Explained",
    "Listed",
    "PageOf",
    "PlacePath",
    "Repository",
    "deadline",
    "has_words",
    "in_period",
    "in_unit",
    "key",
    "known_paths",
    "map_all",
    "narrowed",
    "numbered_page",
    "page_in",
    "page_of",
    "part_of",
    "path",
    "recorded_at",
    "rows_page",
    "short_text",
    "within",
]
