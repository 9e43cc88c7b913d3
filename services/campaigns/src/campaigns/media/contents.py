"""The table of contents of the room «media»."""

from typing import Any

from campaigns.media.commands.publish_item import publish_media_item
from campaigns.media.commands.withdraw_item import withdraw_media_item
from campaigns.media.queries.items import media_achievement, media_item_by_id, media_item_list
from campaigns.store.store import CampaignStore
from contracts.campaigns.media.events import MediaItemPublished, MediaItemWithdrawn
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [publish_media_item, withdraw_media_item]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [media_item_by_id, media_item_list, media_achievement]
EVENTS: list[type[Event]] = [MediaItemPublished, MediaItemWithdrawn]
