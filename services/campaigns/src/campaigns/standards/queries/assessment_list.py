"""Assessments of units by criteria."""

from campaigns.common.record import record
from campaigns.standards.messages.queries import AssessmentList, AssessmentPage, AssessmentRecord
from campaigns.standards.repository import Standards
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssessmentList, get="/criterion-assessments", may=signed_in, vi="Kết quả đánh giá tiêu chí")
def assessment_list(asked: AssessmentList, work: Work) -> AssessmentPage:
    """List assessments by place and all below it, set, criterion, assessing body and year."""
    found, after = Standards(work).assessments(asked)
    items = [record(AssessmentRecord, each, assessment_id=each.id) for each in found]
    return AssessmentPage(items=items, next_cursor=after)
