"""The share of units that hold a standard; public."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.standards.domain.candidate import is_subject
from campaigns.standards.messages.queries import RecognitionShare, RecognitionShareAnswer
from campaigns.standards.repository import Standards
from contracts.reference import units
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(RecognitionShare, get="/recognition-shares", may=anyone, vi="Tỷ lệ đơn vị đạt chuẩn")
def recognition_share(asked: RecognitionShare, work: Work) -> RecognitionShareAnswer:
    """Give the share of a unit's communes that hold a standard on the day of `as_of` (NTM-02, DT-01).

    Raises NoStandardInForce, UnknownUnit.
    """
    subjects = CriteriaSets(work).in_force(asked.standard, work.today).subjects
    eligible = [
        each.code
        for each in units().communes(work.today)
        if is_subject(subjects, each.type) and units().is_within(each.code, asked.unit_code, work.today)
    ]
    return RecognitionShareAnswer(
        standard=asked.standard,
        unit_code=asked.unit_code,
        on=work.today,
        numerator=Standards(work).recognised_units(asked.standard, eligible, work.today),
        denominator=len(eligible),
    )
