"""The facts behind a commendation."""

from campaigns.exemplars.messages import ExemplarFacts
from campaigns.exemplars.repository import Exemplars
from shared.authority import signed_in
from shared.domain.facts import FrozenFacts, frozen_facts
from shared.service import query
from shared.work import Work


@query(
    ExemplarFacts,
    get="/exemplars/{exemplar_id}/facts",
    may=signed_in,
    vi="Căn cứ biểu dương, khen thưởng",
)
def exemplar_facts(asked: ExemplarFacts, work: Work) -> FrozenFacts:
    """Show the facts that were frozen with the decision. Raises NotFound where none was made."""
    return frozen_facts(Exemplars(work).get(asked.exemplar_id))
