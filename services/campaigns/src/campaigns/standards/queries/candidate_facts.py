"""The facts that were frozen with a recognition."""

from campaigns.standards.messages.queries import CandidateFacts
from campaigns.standards.repository import Standards
from shared.authority import signed_in
from shared.domain.facts import FrozenFacts, frozen_facts
from shared.service import query
from shared.work import Work


@query(
    CandidateFacts,
    get="/standard-candidates/{candidate_id}/facts",
    may=signed_in,
    vi="Căn cứ công nhận đạt chuẩn",
)
def candidate_facts(asked: CandidateFacts, work: Work) -> FrozenFacts:
    """Show the facts that were frozen with the recognition. Raises NotFound where there is none."""
    return frozen_facts(Standards(work).candidate(asked.candidate_id))
