"""How the duty board tells and shows what it holds."""

from collections.abc import Sequence

from contracts.reporting.duty_board import DutyStatus, DutyStatusChanged
from reporting.duty_board.domain.duty_standing import Standing
from reporting.duty_board.domain.evidence import Evidence
from reporting.duty_board.messages import DutyMarked, EvidenceRecord, StandingRecord

MOST_EVENT_IDS = 100


def status_changed(standing: Standing, before: DutyStatus, event_ids: Sequence[str]) -> DutyStatusChanged:
    """Return the event of a change; it names the earliest evidence, at most `MOST_EVENT_IDS`."""
    return DutyStatusChanged(
        standing_id=standing.id,
        duty_id=standing.duty_id,
        duty_body=standing.duty_body,
        year=standing.year,
        from_status=before,
        to_status=standing.state,
        evidence_count=standing.evidence,
        evidence_event_ids=list(event_ids[:MOST_EVENT_IDS]),
    )


def duty_marked(standing: Standing) -> DutyMarked:
    """Say where a body now stands with a duty."""
    return DutyMarked(
        standing_id=standing.id,
        duty_id=standing.duty_id,
        duty_body=standing.duty_body,
        year=standing.year,
        state=standing.state,
        evidence=standing.evidence,
    )


def evidence_record(evidence: Evidence) -> EvidenceRecord:
    """Show one event that is evidence of a duty."""
    return EvidenceRecord(
        evidence_id=evidence.id,
        event_id=evidence.event_id,
        source=evidence.source,
        type=evidence.type,
        duty_body=evidence.duty_body,
        part=evidence.part,
        unit_code=evidence.unit_code,
        year=evidence.year,
        occurred_on=evidence.occurred_on,
        recorded_at=evidence.recorded_at,
    )


def standing_record(standing: Standing) -> StandingRecord:
    """Show where one body stands with a duty."""
    return StandingRecord(
        standing_id=standing.id,
        duty_body=standing.duty_body,
        year=standing.year,
        answers=standing.answers,
        status=standing.state,
        evidence=standing.evidence,
        first_on=standing.first_on,
        last_on=standing.last_on,
        done_on=standing.done_on,
    )
