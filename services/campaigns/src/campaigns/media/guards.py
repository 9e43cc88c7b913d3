"""Who publishes, and who takes back."""

from campaigns.media.domain.item import FORMATS, MediaItem
from shared.authority import function
from shared.work import Work

publishes = function(*FORMATS)


def own_item(item: MediaItem, work: Work) -> None:
    """Only the outlet that published an item takes it back. Raises NotAllowed."""
    work.actor.require_body(item.outlet_body, "own-item-only")
