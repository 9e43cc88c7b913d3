"""The table of contents of the room «outreach»."""

from typing import Any

from campaigns.outreach.commands.cancel_outreach import cancel_outreach
from campaigns.outreach.commands.hold_outreach import hold_outreach
from campaigns.outreach.commands.join_outreach import join_outreach
from campaigns.outreach.commands.plan_outreach import plan_outreach
from campaigns.outreach.commands.plan_training import plan_training
from campaigns.outreach.queries.outreach import (
    outreach_by_id,
    outreach_counts,
    outreach_list,
    training_plan_by_id,
)
from campaigns.store.store import CampaignStore
from contracts.campaigns.outreach.events import OutreachHeld
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    plan_outreach,
    plan_training,
    join_outreach,
    hold_outreach,
    cancel_outreach,
]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    outreach_by_id,
    outreach_list,
    outreach_counts,
    training_plan_by_id,
]
EVENTS: list[type[Event]] = [OutreachHeld]
