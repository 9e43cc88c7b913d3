"""The table of contents of the room «models»."""

from typing import Any

from campaigns.models.commands.answer_invitation import decline_model, join_model
from campaigns.models.commands.close_replication import close_replication
from campaigns.models.commands.evaluate_model import evaluate_model
from campaigns.models.commands.propose_model import propose_model
from campaigns.models.commands.publish_practice import publish_practice, withdraw_practice
from campaigns.models.commands.recognise_model import recognise_model
from campaigns.models.commands.replicate_model import replicate_model
from campaigns.models.commands.retire_model import retire_model
from campaigns.models.commands.start_pilot import start_pilot
from campaigns.models.commands.support_model import support_model
from campaigns.models.queries.descendants import model_descendants
from campaigns.models.queries.models import (
    model_by_id,
    model_counts,
    model_facts,
    model_list,
    model_search,
)
from campaigns.models.queries.practices import practice_by_id, practice_list
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.events import (
    ModelRecognized,
    ModelRegistered,
    ModelReplicated,
    ModelSupported,
)
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler, Reaction

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    propose_model,
    join_model,
    decline_model,
    start_pilot,
    evaluate_model,
    recognise_model,
    retire_model,
    support_model,
    replicate_model,
    close_replication,
    publish_practice,
    withdraw_practice,
]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    model_by_id,
    model_list,
    model_facts,
    model_descendants,
    model_counts,
    model_search,
    practice_by_id,
    practice_list,
]
REACTIONS: list[Reaction[CampaignStore]] = []
EVENTS: list[type[Event]] = [ModelRegistered, ModelRecognized, ModelReplicated, ModelSupported]
