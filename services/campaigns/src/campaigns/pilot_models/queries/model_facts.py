"""The facts behind the recognition of a model."""

from campaigns.pilot_models.messages.queries import ModelFacts
from campaigns.pilot_models.repository import PilotModels
from shared.authority import signed_in
from shared.domain.facts import FrozenFacts, frozen_facts
from shared.service import query
from shared.work import Work


@query(ModelFacts, get="/models/{model_id}/facts", may=signed_in, vi="Căn cứ công nhận mô hình")
def model_facts(asked: ModelFacts, work: Work) -> FrozenFacts:
    """Show the facts that were frozen with the recognition. Raises NotFound where there is none."""
    return frozen_facts(PilotModels(work).get(asked.model_id))
