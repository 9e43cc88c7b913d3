"""The table of contents of the room «models»."""

from typing import Any

from campaigns.store.store import CampaignStore
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler, Reaction

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = []
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = []
REACTIONS: list[Reaction[CampaignStore]] = []
EVENTS: list[type[Event]] = []
