"""What outlets achieved of their quotas."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaigns.guidance.domain.media_programme import Quota
from campaigns.media.domain.item import ON_AIR, MediaItem


@dataclass
class Achieved:
    """Sums over items: minutes on air, articles to read, items that tell of an exemplar or a model."""

    items: int = 0
    minutes: int = 0
    articles: int = 0
    good_examples: int = 0

    def add(self, item: MediaItem) -> None:
        """Count an item in."""
        self.items += 1
        self.minutes += item.minutes or 0
        self.articles += item.format not in ON_AIR
        self.good_examples += bool(item.exemplar_id or item.model_id)


def by_outlet(quotas: Mapping[str, Quota], items: Iterable[MediaItem]) -> dict[str, Achieved]:
    """Sum up the items of each outlet; one that published nothing is there with nothing."""
    sums = {outlet: Achieved() for outlet in quotas}
    for item in items:
        sums.setdefault(item.outlet_body, Achieved()).add(item)
    return sums


def by_theme(themes: Iterable[str], items: Iterable[MediaItem]) -> dict[str, Achieved]:
    """Sum up the items on each theme; one on which nothing was published is there with nothing."""
    sums = {theme: Achieved() for theme in themes}
    for item in items:
        sums.setdefault(item.theme, Achieved()).add(item)
    return sums
