"""The vote of the province's appraisal panel."""

from campaigns.standards.answers import standing
from campaigns.standards.domain.procedure import is_carried
from campaigns.standards.guards import coordinates_ntm, of_a_unit_above
from campaigns.standards.messages.commands import AppraiseCandidate, CandidateStanding
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    AppraiseCandidate,
    post="/standard-candidates/{candidate_id}/appraise",
    may=coordinates_ntm,
    vi="Ghi nhận kết quả thẩm định",
    takes=["candidate:appraise", "candidate:fail_appraisal"],
    checks=of_a_unit_above,
)
def appraise_candidate(said: AppraiseCandidate, work: Work) -> CandidateStanding:
    """Record the vote of the province's appraisal panel (`ntm.panel.yes_min`).

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(said.candidate_id)
    of_a_unit_above(candidate, work)
    passed = is_carried(candidate.procedure.panel, said.yes_votes, said.members, work.today)
    candidate.take(
        "appraise" if passed else "fail_appraisal",
        work.actor.body,
        work.today,
        members=said.members,
        yes_votes=said.yes_votes,
        minutes_ref=said.minutes_ref,
    )
    return standing(candidate)
