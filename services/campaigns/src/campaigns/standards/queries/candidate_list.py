"""Units on their way to a standard, or recognised."""

from campaigns.common.record import record
from campaigns.standards.messages.queries import CandidateList, CandidatePage, CandidateRecord
from campaigns.standards.repository import Standards
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(CandidateList, get="/standard-candidates", may=signed_in, vi="Danh sách hồ sơ đăng ký đạt chuẩn")
def candidate_list(asked: CandidateList, work: Work) -> CandidatePage:
    """List units by place and all below it, standard, state, year, and an answer that is overdue."""
    found, after = Standards(work).candidates(asked)
    items = [record(CandidateRecord, each, candidate_id=each.id) for each in found]
    return CandidatePage(items=items, next_cursor=after)
