"""The table of contents of the room «poverty»."""

from typing import Any

from campaigns.poverty.commands.approve_review import approve_review
from campaigns.poverty.commands.decide import check_review, decide_review, return_review
from campaigns.poverty.commands.meet import record_area_meeting, witness_area_meeting
from campaigns.poverty.commands.open_review import open_review
from campaigns.poverty.commands.publish import close_complaints, post_review
from campaigns.poverty.commands.score import close_scoring, score_households
from campaigns.poverty.commands.screen import close_screening, screen_households
from campaigns.poverty.queries.poverty import (
    poverty_rates,
    poverty_statuses,
    review_by_id,
    review_list,
    reviewed_households,
)
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.events import HouseholdPovertyStatusChanged, PovertyReviewApproved
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    open_review,
    screen_households,
    close_screening,
    score_households,
    close_scoring,
    record_area_meeting,
    witness_area_meeting,
    post_review,
    close_complaints,
    check_review,
    return_review,
    decide_review,
    approve_review,
]
EVENTS: list[type[Event]] = [PovertyReviewApproved, HouseholdPovertyStatusChanged]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    review_by_id,
    review_list,
    reviewed_households,
    poverty_statuses,
    poverty_rates,
]
