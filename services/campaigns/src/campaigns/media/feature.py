"""The table of contents of the feature «media»."""

from campaigns.media.commands.publish_media_item import publish_media_item
from campaigns.media.commands.withdraw_media_item import withdraw_media_item
from campaigns.media.domain.item import LIFECYCLE, MediaItem
from campaigns.media.queries.media_achievement import media_achievement
from campaigns.media.queries.media_item_by_id import media_item_by_id
from campaigns.media.queries.media_item_list import media_item_list
from contracts.campaigns.media import MediaItemPublished, MediaItemWithdrawn
from shared.service import Feature, Subject

media = Feature(
    commands=[publish_media_item, withdraw_media_item],
    queries=[media_item_by_id, media_item_list, media_achievement],
    events=[MediaItemPublished, MediaItemWithdrawn],
    subjects=[Subject("med", MediaItem, LIFECYCLE)],
)
