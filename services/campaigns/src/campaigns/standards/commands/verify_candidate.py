"""What the levels above do: verify, appraise, send back."""

from campaigns.reach import require_committee_above, require_within
from campaigns.standards.commands.own_steps import ADDRESS, is_carried
from campaigns.standards.guards import coordinates_ntm, state_side
from campaigns.standards.standing import take
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.commands import (
    AppraiseCandidate,
    CandidateStanding,
    ReturnCandidate,
    VerifyCandidate,
)
from shared.service import command
from shared.work import Work


@command(VerifyCandidate, post=f"{ADDRESS}/verify", may=state_side)
def verify_candidate(wanted: VerifyCandidate, work: Work[CampaignStore]) -> CandidateStanding:
    """Verify a commune's results, as the committee next above it.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_committee_above(work.actor, candidate.unit_code, work.today)
    return take(candidate, "verify", work, report_no=wanted.report_no)


@command(AppraiseCandidate, post=f"{ADDRESS}/appraise", may=coordinates_ntm)
def appraise_candidate(said: AppraiseCandidate, work: Work[CampaignStore]) -> CandidateStanding:
    """Record the vote of the province's appraisal panel (`ntm.panel.yes_min`).

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = work.store.standards.candidate(said.candidate_id)
    require_within(work.actor, candidate.unit_code, work.today)
    passed = is_carried(candidate.procedure.panel, said.yes_votes, said.members, work.today)
    return take(
        candidate,
        "appraise" if passed else "fail_appraisal",
        work,
        members=said.members,
        yes_votes=said.yes_votes,
        minutes_ref=said.minutes_ref,
    )


@command(ReturnCandidate, post=f"{ADDRESS}/return", may=state_side)
def return_candidate(wanted: ReturnCandidate, work: Work[CampaignStore]) -> CandidateStanding:
    """Send a dossier back to be assessed again, as the level above or as the coordination office.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    if "ntm-coordination" in work.actor.functions:
        require_within(work.actor, candidate.unit_code, work.today)
    else:
        require_committee_above(work.actor, candidate.unit_code, work.today)
    return take(candidate, "return", work, reason=wanted.reason)
