"""How commands on a model answer."""

from campaigns.models.domain.model import Model
from campaigns.models.domain.practice import Practice
from campaigns.models.domain.replication import Replication
from contracts.campaigns.models.commands import ModelStanding, PracticeStanding, ReplicationStanding


def standing(model: Model) -> ModelStanding:
    """Say where a model stands."""
    return ModelStanding.model_validate({"model_id": model.id, "state": model.state})


def carried(edge: Replication) -> ReplicationStanding:
    """Say where a replication stands."""
    return ReplicationStanding.model_validate(
        {"replication_id": edge.id, "model_id": edge.model_id, "result": edge.result}
    )


def shown(practice: Practice) -> PracticeStanding:
    """Say where a sheet stands."""
    return PracticeStanding.model_validate({"practice_id": practice.id, "state": practice.state})
