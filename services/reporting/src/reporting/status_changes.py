"""How a change of a body's standing is told to the others."""

from collections.abc import Sequence

from contracts.reporting.events import DutyStatusChanged
from contracts.reporting.values import DutyStatus
from reporting.domain.board import Standing

MOST_EVENT_IDS = 100


def status_changed(standing: Standing, before: DutyStatus, event_ids: Sequence[str]) -> DutyStatusChanged:
    """Return the event of a change; it names the earliest evidence, at most `MOST_EVENT_IDS`."""
    return DutyStatusChanged(
        standing_id=standing.id,
        duty_id=standing.duty_id,
        org=standing.body,
        year=standing.year,
        from_status=before,
        to_status=standing.status,
        evidence_count=standing.evidence,
        evidence_event_ids=list(event_ids[:MOST_EVENT_IDS]),
    )
