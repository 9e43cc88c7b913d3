"""The table of contents of the room «criteria»."""

from typing import Any

from campaigns.criteria.queries.criteria import criteria_in_force, criteria_versions
from campaigns.criteria.reactions.adopt_criteria import adopt_criteria
from campaigns.store.store import CampaignStore
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler, Reaction

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = []
EVENTS: list[type[Event]] = []
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [criteria_in_force, criteria_versions]
REACTIONS: list[Reaction[CampaignStore]] = [adopt_criteria]
