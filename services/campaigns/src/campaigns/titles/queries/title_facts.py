"""The facts that were frozen with the decision on a title."""

from campaigns.titles.guards import reads_title
from campaigns.titles.messages.queries import TitleFacts
from campaigns.titles.repository import Titles
from shared.authority import signed_in
from shared.domain.facts import FrozenFacts, frozen_facts
from shared.service import query
from shared.work import Work


@query(
    TitleFacts,
    get="/titles/{registration_id}/facts",
    may=signed_in,
    vi="Căn cứ công nhận danh hiệu",
    personal=True,
)
def title_facts(asked: TitleFacts, work: Work) -> FrozenFacts:
    """Show the facts that were frozen with the decision, in the title's own place and above it alone.

    Each reading is audited. Raises NotAllowed, NotFound where no decision was made.
    """
    title = Titles(work).get(asked.registration_id)
    reads_title(title, work)
    return frozen_facts(title)
