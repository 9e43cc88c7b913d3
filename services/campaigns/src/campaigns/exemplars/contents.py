"""The table of contents of the room «exemplars»."""

from typing import Any

from campaigns.exemplars.commands.award_exemplar import award_exemplar
from campaigns.exemplars.commands.decide_exemplar import decide_exemplar
from campaigns.exemplars.commands.nominate_exemplar import nominate_exemplar
from campaigns.exemplars.commands.reject_exemplar import reject_exemplar
from campaigns.exemplars.commands.review_exemplar import review_exemplar
from campaigns.exemplars.commands.second_exemplar import second_exemplar
from campaigns.exemplars.commands.set_criteria import set_commendation_criteria
from campaigns.exemplars.queries.criteria import commendation_criteria, commendation_criteria_list
from campaigns.exemplars.queries.exemplars import (
    exemplar_by_id,
    exemplar_counts,
    exemplar_facts,
    exemplar_list,
    exemplar_subject,
)
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.events import ExemplarCommended
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler, Reaction

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    set_commendation_criteria,
    nominate_exemplar,
    second_exemplar,
    review_exemplar,
    decide_exemplar,
    award_exemplar,
    reject_exemplar,
]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    commendation_criteria,
    commendation_criteria_list,
    exemplar_by_id,
    exemplar_list,
    exemplar_subject,
    exemplar_facts,
    exemplar_counts,
]
REACTIONS: list[Reaction[CampaignStore]] = []
EVENTS: list[type[Event]] = [ExemplarCommended]
