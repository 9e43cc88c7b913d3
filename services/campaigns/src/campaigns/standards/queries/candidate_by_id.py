"""One unit on its way to a standard, with each step and what it rests on."""

from campaigns.common.record import record
from campaigns.standards.messages.queries import CandidateById, CandidateDetail, StepOnTheWay, SurveyRecord
from campaigns.standards.repository import Standards
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(CandidateById, get="/standard-candidates/{candidate_id}", may=signed_in, vi="Hồ sơ đăng ký đạt chuẩn")
def candidate_by_id(asked: CandidateById, work: Work) -> CandidateDetail:
    """Show a unit on its way, with each step and what it rests on. Raises NotFound."""
    standards = Standards(work)
    found = standards.candidate(asked.candidate_id)
    surveys = standards.surveys_of(found.id)
    return record(
        CandidateDetail,
        found,
        candidate_id=found.id,
        steps=[StepOnTheWay.model_validate(each) for each in found.steps],
        surveys=[record(SurveyRecord, each, survey_id=each.id) for each in surveys],
    )
