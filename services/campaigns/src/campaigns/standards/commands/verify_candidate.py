"""The level above verifies a commune's results."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import committee_above, state_side
from campaigns.standards.messages.commands import CandidateStanding, VerifyCandidate
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    VerifyCandidate,
    post="/standard-candidates/{candidate_id}/verify",
    may=state_side,
    vi="Thẩm tra hồ sơ đăng ký đạt chuẩn",
    takes=["candidate:verify"],
    checks=committee_above,
)
def verify_candidate(wanted: VerifyCandidate, work: Work) -> CandidateStanding:
    """Verify a commune's results, as the committee next above it.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    committee_above(candidate, work)
    candidate.take("verify", work.actor.body, work.today, report_no=wanted.report_no)
    return standing(candidate)
