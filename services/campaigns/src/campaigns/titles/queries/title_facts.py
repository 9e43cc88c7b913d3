"""The facts that were frozen with the decision on a title."""

from campaigns.titles.messages.queries import TitleFacts
from campaigns.titles.repository import Titles
from shared.authority import signed_in
from shared.domain.facts import FrozenFacts, frozen_facts
from shared.service import query
from shared.work import Work


@query(TitleFacts, get="/titles/{registration_id}/facts", may=signed_in, vi="Căn cứ công nhận danh hiệu")
def title_facts(asked: TitleFacts, work: Work) -> FrozenFacts:
    """Show the facts that were frozen with the decision. Raises NotFound where none was made."""
    return frozen_facts(Titles(work).get(asked.registration_id))
