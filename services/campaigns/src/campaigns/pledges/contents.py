"""The table of contents of the room «pledges»."""

from typing import Any

from campaigns.pledges.commands.assess_households import assess_households
from campaigns.pledges.commands.confirm_households import confirm_households
from campaigns.pledges.queries.pledges import pledge_counts, pledges
from campaigns.store.store import CampaignStore
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [assess_households, confirm_households]
EVENTS: list[type[Event]] = []
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [pledges, pledge_counts]
