"""One programme, open to everyone; the reason of a refusal is not in it."""

from reporting.programmes.answers import programme_record
from reporting.programmes.messages import ProgrammeById, ProgrammeRecord
from reporting.programmes.repository import Programmes
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ProgrammeById, get="/programmes/{programme_id}", may=anyone, vi="Chương trình phối hợp")
def programme_by_id(asked: ProgrammeById, work: Work) -> ProgrammeRecord:
    """Show a programme and who has signed it. Raises NotFound."""
    return programme_record(Programmes(work).get(asked.programme_id))
