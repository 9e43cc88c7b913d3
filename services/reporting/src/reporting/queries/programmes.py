"""Programmes: open to everyone, but for the reason of a refusal."""

from contracts.reporting.queries import (
    ProgrammeById,
    ProgrammeList,
    ProgrammePage,
    ProgrammeRecord,
    SignatureRecord,
)
from reporting.domain.programme import Programme
from reporting.store.store import ReportingStore
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ProgrammeById, get="/programmes/{programme_id}", may=anyone)
def programme_by_id(asked: ProgrammeById, work: Work[ReportingStore]) -> ProgrammeRecord:
    """Show a programme and who has signed it.

    A reason of refusal is free text, so only the two parties see it. Raises NotFound.
    """
    return _record(work.store.programme(asked.programme_id), work)


@query(ProgrammeList, get="/programmes", may=anyone)
def programme_list(asked: ProgrammeList, work: Work[ReportingStore]) -> ProgrammePage:
    """List programmes in the order in which they were proposed."""
    found, cursor = work.store.programmes(asked)
    return ProgrammePage(items=[_record(each, work) for each in found], next_cursor=cursor)


def _record(programme: Programme, work: Work[ReportingStore]) -> ProgrammeRecord:
    is_party = work.acting is not None and work.acting.body in programme.signatories
    return ProgrammeRecord(
        programme_id=programme.id,
        number=programme.number,
        title=programme.title,
        basis=programme.basis,
        unit_code=programme.unit_code,
        state=programme.state,
        proposed_by=programme.proposed_by,
        proposed_on=programme.proposed_on,
        signatories=list(programme.signatories),
        signatures=[
            SignatureRecord(body=each.body, signed_on=each.signed_on) for each in programme.signatures
        ],
        in_force_from=programme.in_force_from,
        refused_by=programme.refused_by,
        reason=programme.reason if is_party else None,
    )
