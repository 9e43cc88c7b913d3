"""The table of contents of the room «integration»."""

from typing import Any

from campaigns.integration.commands.advise_integration import advise_integration, revise_integration
from campaigns.integration.commands.decide_integration import approve_integration, return_integration
from campaigns.integration.queries.plans import (
    integration_activities,
    integration_plan_by_id,
    integration_plan_list,
)
from campaigns.store.store import CampaignStore
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    advise_integration,
    revise_integration,
    approve_integration,
    return_integration,
]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    integration_plan_by_id,
    integration_plan_list,
    integration_activities,
]
