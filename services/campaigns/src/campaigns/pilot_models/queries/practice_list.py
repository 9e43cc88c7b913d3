"""Sheets of good practice, for everyone."""

from campaigns.pilot_models.answers import sheet
from campaigns.pilot_models.messages.queries import PracticeList, PracticePage
from campaigns.pilot_models.repository import Practices
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(PracticeList, get="/practices", may=anyone, vi="Danh sách cách làm hay")
def practice_list(asked: PracticeList, work: Work) -> PracticePage:
    """List sheets by unit and all below it, state, model, words and day of publication."""
    found, after = Practices(work).page(asked)
    return PracticePage(items=[sheet(each) for each in found], next_cursor=after)
