"""Why a programme was refused, for its two parties."""

from reporting.programmes.guards import one_of_its_parties
from reporting.programmes.messages import ProgrammeRefusal, RefusalRecord
from reporting.programmes.repository import Programmes
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    ProgrammeRefusal,
    get="/programmes/{programme_id}/refusal",
    may=signed_in,
    vi="Lý do từ chối ký chương trình phối hợp",
)
def programme_refusal(asked: ProgrammeRefusal, work: Work) -> RefusalRecord:
    """Show who refused a programme and why; it is free text, so the public does not read it.

    Raises: NotFound, NotAllowed (no party to it).
    """
    programme = Programmes(work).get(asked.programme_id)
    one_of_its_parties(programme, work)
    return RefusalRecord(
        programme_id=programme.id, refusing_body=programme.refusing_body, reason=programme.reason
    )
