"""How queries show a guiding document."""

from collections.abc import Sequence

from campaigns.common.record import record
from campaigns.guidance.domain.guidance import Guidance
from campaigns.guidance.messages import GuidanceRecord
from campaigns.guidance.repository import GuidanceDocuments
from shared.work import Work


def guidance_records(found: Sequence[Guidance], work: Work) -> list[GuidanceRecord]:
    """Show documents, each with the number of bodies that have read it."""
    counted = GuidanceDocuments(work).receipts_of([each.id for each in found])
    return [
        record(GuidanceRecord, each, guidance_id=each.id, receipts=counted.get(each.id, 0)) for each in found
    ]
