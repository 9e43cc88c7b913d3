"""The table of contents of the room «documents»."""

from typing import Any

from campaigns.documents.commands.withdraw_guidance import withdraw_guidance
from campaigns.documents.queries.readers import convention_list, guidance_readers
from campaigns.store.store import CampaignStore
from contracts.campaigns.documents.events import GuidanceWithdrawn
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [withdraw_guidance]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [guidance_readers, convention_list]
EVENTS: list[type[Event]] = [GuidanceWithdrawn]
