"""The table of contents of the room «assignments»."""

from typing import Any

from campaigns.assignments.commands.accept_result import accept_result
from campaigns.assignments.commands.cascade_responsibility import cascade_responsibility
from campaigns.assignments.commands.consult_responsibility import consult_responsibility
from campaigns.assignments.commands.reassign_responsibility import reassign_responsibility
from campaigns.assignments.commands.report_progress import complete_responsibility, report_progress
from campaigns.assignments.commands.return_responsibility import return_responsibility
from campaigns.assignments.queries.tree import assignment_counts, assignment_tree, progress_of
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.events import ResponsibilityFulfilled
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    consult_responsibility,
    report_progress,
    complete_responsibility,
    accept_result,
    return_responsibility,
    reassign_responsibility,
    cascade_responsibility,
]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [assignment_tree, assignment_counts, progress_of]
EVENTS: list[type[Event]] = [ResponsibilityFulfilled]
