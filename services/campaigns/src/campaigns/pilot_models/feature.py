"""The table of contents of the feature «pilot_models»."""

from campaigns.pilot_models.commands.close_replication import close_replication
from campaigns.pilot_models.commands.decline_model import decline_model
from campaigns.pilot_models.commands.evaluate_model import evaluate_model
from campaigns.pilot_models.commands.join_model import join_model
from campaigns.pilot_models.commands.propose_model import propose_model
from campaigns.pilot_models.commands.publish_practice import publish_practice
from campaigns.pilot_models.commands.recognise_model import recognise_model
from campaigns.pilot_models.commands.replicate_model import replicate_model
from campaigns.pilot_models.commands.retire_model import retire_model
from campaigns.pilot_models.commands.start_pilot import start_pilot
from campaigns.pilot_models.commands.support_model import support_model
from campaigns.pilot_models.commands.withdraw_practice import withdraw_practice
from campaigns.pilot_models.domain import member, model, practice, replication
from campaigns.pilot_models.queries.model_by_id import model_by_id
from campaigns.pilot_models.queries.model_counts import model_counts
from campaigns.pilot_models.queries.model_descendants import model_descendants
from campaigns.pilot_models.queries.model_facts import model_facts
from campaigns.pilot_models.queries.model_list import model_list
from campaigns.pilot_models.queries.model_search import model_search
from campaigns.pilot_models.queries.practice_by_id import practice_by_id
from campaigns.pilot_models.queries.practice_list import practice_list
from contracts.campaigns.pilot_models import (
    ModelRecognised,
    ModelRegistered,
    ModelReplicated,
    ModelSupported,
)
from shared.service import Feature, Subject

pilot_models = Feature(
    commands=[
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
    ],
    queries=[
        model_by_id,
        model_list,
        model_facts,
        model_descendants,
        model_counts,
        model_search,
        practice_by_id,
        practice_list,
    ],
    events=[ModelRegistered, ModelRecognised, ModelReplicated, ModelSupported],
    subjects=[
        Subject("mdl", model.Model, model.LIFECYCLE),
        Subject("mem", member.Member, member.LIFECYCLE),
        Subject("rep", replication.Replication, replication.LIFECYCLE),
        Subject("prc", practice.Practice, practice.LIFECYCLE),
    ],
)
