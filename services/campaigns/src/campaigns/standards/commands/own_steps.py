"""What the unit itself does on its way: assess, post, meet, submit."""

from datetime import date

from campaigns.reach import require_own_unit
from campaigns.standards.domain.assessment import require_all_passed
from campaigns.standards.domain.candidate import Candidate, require_subject
from campaigns.standards.domain.procedure import rule_on
from campaigns.standards.guards import commune_committee
from campaigns.standards.standing import counted, take
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.commands import (
    CandidateStanding,
    CompleteSelfAssessment,
    HoldCommuneMeeting,
    PostResults,
    SubmitCandidate,
)
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work

ADDRESS = "/standard-candidates/{candidate_id}"


@command(CompleteSelfAssessment, post=f"{ADDRESS}/self-assess", may=commune_committee)
def complete_self_assessment(wanted: CompleteSelfAssessment, work: Work[CampaignStore]) -> CandidateStanding:
    """Conclude a unit's own assessment, once each criterion of the set in force is passed.

    The version in force on the day applies. For a civilised town the term of achievement must be over.
    Raises: NotFound, NotAllowed, TooEarly, CriteriaNotMet, WrongStep, InvalidField.
    """
    candidate = _own(wanted.candidate_id, work)
    candidate.require_over(work.today)
    criteria = work.store.criteria.in_force(candidate.standard, work.today)
    require_subject(criteria, candidate.unit_code, work.today)
    since = candidate.accepted_on or candidate.registered_on
    own = work.store.standards.own_assessments(candidate.standard, candidate.unit_code, since, work.today)
    require_all_passed(criteria, own)
    candidate.version = criteria.version
    return take(candidate, "self_assess", work, report_no=wanted.report_no, version=criteria.version)


@command(PostResults, post=f"{ADDRESS}/post", may=commune_committee)
def post_results(wanted: PostResults, work: Work[CampaignStore]) -> CandidateStanding:
    """Post a unit's results for comments, for the rule's time (`ntm.consult.posting`).

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = _own(wanted.candidate_id, work)
    return take(candidate, "post", work, due=counted(candidate.procedure.posting, work), places=wanted.places)


@command(HoldCommuneMeeting, post=f"{ADDRESS}/meeting", may=commune_committee)
def hold_commune_meeting(said: HoldCommuneMeeting, work: Work[CampaignStore]) -> CandidateStanding:
    """Record the commune meeting's vote, once the posting is over; a lost vote begins the way anew.

    The share is rule `ntm.vote.yes_min`; where the table sets none, more than half.
    Raises: NotFound, NotAllowed, TooEarly, WrongStep, InvalidField.
    """
    candidate = _own(said.candidate_id, work)
    candidate.require_over(work.today)
    passed = is_carried(candidate.procedure.vote, said.yes_votes, said.attended, work.today)
    return take(
        candidate,
        "pass_meeting" if passed else "fail_meeting",
        work,
        yes_votes=said.yes_votes,
        attended=said.attended,
        comments_received=said.comments_received,
        minutes_ref=said.minutes_ref,
    )


@command(SubmitCandidate, post=f"{ADDRESS}/submit", may=commune_committee)
def submit_candidate(wanted: SubmitCandidate, work: Work[CampaignStore]) -> CandidateStanding:
    """Send a ward's or township's dossier to the body that decides, within `dtvm.decision`.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = _own(wanted.candidate_id, work)
    due = counted(candidate.procedure.decision, work)
    return take(candidate, "submit", work, due=due, doc_number=wanted.doc_number)


def is_carried(rule_key: str | None, yes_votes: int, voters: int, on: date) -> bool:
    """Say whether a vote is carried by the rule, or by more than half where there is none."""
    if yes_votes > voters:
        raise InvalidField(
            "yes_votes", "part-of-whole", "Phần không thể lớn hơn toàn thể", "A part cannot exceed the whole"
        )
    rule = rule_on(rule_key, on)
    return rule.is_reached_by(yes_votes, voters) if rule else 2 * yes_votes > voters


def _own(candidate_id: str, work: Work[CampaignStore]) -> Candidate:
    candidate = work.store.standards.candidate(candidate_id)
    require_own_unit(work.actor, candidate.unit_code)
    return candidate
