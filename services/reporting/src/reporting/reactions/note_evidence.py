"""Every event that names a duty is evidence of it."""

from contracts.envelope import Envelope
from contracts.reporting.events import DutyStatusChanged
from reporting.domain.board import Evidence, evidence_in
from reporting.status_changes import status_changed
from reporting.store.store import ReportingStore
from shared.service import reaction_to_every_event
from shared.work import Work


@reaction_to_every_event
def note_evidence(envelope: Envelope, work: Work[ReportingStore]) -> None:
    """Keep an event as evidence of each duty that it names; heard again, it changes nothing.

    The board's own changes are evidence of nothing. Raises: NotFound where the programme has no such
    duty, so that the event is set aside and somebody looks at it.
    """
    if envelope.type == DutyStatusChanged.wire_type():
        return
    evidence = [each for duty_id in envelope.duty_ids for each in evidence_in(envelope, duty_id)]
    for each in work.store.keep(evidence) if evidence else ():
        _note(each, work)


def _note(evidence: Evidence, work: Work[ReportingStore]) -> None:
    standing = work.store.standing(evidence.duty_id, evidence.body, evidence.year)
    before = standing.status
    if standing.note(evidence):
        work.emit(status_changed(standing, before, [evidence.event_id]), duties=())
