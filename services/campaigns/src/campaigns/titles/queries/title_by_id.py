"""One title, for those who are signed in."""

from campaigns.titles.answers import shown
from campaigns.titles.messages.queries import TitleById, TitleRecord
from campaigns.titles.repository import Titles
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(TitleById, get="/titles/{registration_id}", may=signed_in, vi="Danh hiệu văn hóa")
def title_by_id(asked: TitleById, work: Work) -> TitleRecord:
    """Show a title with its vote, deadline and decision. Raises NotFound."""
    return shown(Titles(work).get(asked.registration_id))
