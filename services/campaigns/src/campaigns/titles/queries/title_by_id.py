"""One title, for the bodies of its place and above it."""

from campaigns.titles.answers import shown
from campaigns.titles.guards import reads_title
from campaigns.titles.messages.queries import TitleById, TitleRecord
from campaigns.titles.repository import Titles
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(TitleById, get="/titles/{registration_id}", may=signed_in, vi="Danh hiệu văn hóa", personal=True)
def title_by_id(asked: TitleById, work: Work) -> TitleRecord:
    """Show a title with its vote, deadline and decision, in its own place and above it alone.

    Each reading is audited. Raises NotFound, NotAllowed.
    """
    title = Titles(work).get(asked.registration_id)
    reads_title(title, work)
    return shown(title)
