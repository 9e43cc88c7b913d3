"""One sheet of good practice, for everyone."""

from campaigns.pilot_models.answers import sheet
from campaigns.pilot_models.messages.queries import PracticeById, PracticeRecord
from campaigns.pilot_models.repository import Practices
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(PracticeById, get="/practices/{practice_id}", may=anyone, vi="Cách làm hay")
def practice_by_id(asked: PracticeById, work: Work) -> PracticeRecord:
    """Show a sheet of good practice. Raises NotFound."""
    return sheet(Practices(work).get(asked.practice_id))
