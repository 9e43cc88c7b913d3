"""Units that hold a standard; public, as the decisions are."""

from campaigns.common.record import record
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.messages.queries import RecognitionPage, RecognitionRecord, Recognitions
from campaigns.standards.repository import Standards
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(Recognitions, get="/recognitions", may=anyone, vi="Các đơn vị được công nhận đạt chuẩn")
def recognitions(asked: Recognitions, work: Work) -> RecognitionPage:
    """List the recognitions that hold on the day of `as_of`; past its term one is due for reassessment."""
    found, after = Standards(work).recognitions(asked, work.today)
    return RecognitionPage(items=[_recognition(each, work) for each in found], next_cursor=after)


def _recognition(found: Candidate, work: Work) -> RecognitionRecord:
    late = found.valid_until is not None and found.valid_until <= work.today
    standing = "due_for_reassessment" if late else "valid"
    return record(RecognitionRecord, found, candidate_id=found.id, standing=standing)
