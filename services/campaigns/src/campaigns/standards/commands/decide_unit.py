"""Deciding on a unit: recognised, rejected, announced, lapsed."""

from campaigns.domain.facts import Facts, rule_fact
from campaigns.domain.terms import too_early
from campaigns.standards.commands.own_steps import ADDRESS
from campaigns.standards.domain.assessment import Assessment, require_inputs
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.procedure import rule_on
from campaigns.standards.guards import require_decider, state_side
from campaigns.standards.standing import take
from campaigns.store.store import CampaignStore
from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.standards.commands import (
    AnnounceRecognition,
    CandidateStanding,
    LapseRecognition,
    RecogniseUnit,
    RejectUnit,
    UnitDecision,
)
from contracts.campaigns.standards.events import UnitRecognized
from shared.service import command
from shared.work import Work


@command(RecogniseUnit, post=f"{ADDRESS}/recognise", may=state_side)
def recognise_unit(wanted: RecogniseUnit, work: Work[CampaignStore]) -> UnitDecision:
    """Recognise that a unit reached the standard; the facts behind the decision are frozen with it.

    Duty II.3a-c or II.3a-d. The Front surveys and supervises, it never decides. The decision rests on
    passed assessments by the agencies in charge (access to law; public order, NTM criterion 19) and on
    the version of the criteria in force on the day.
    Raises: NotFound, NotAllowed, OutdatedCriteria, MissingInputs, WrongStep, InvalidField, NoRuleInForce.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_decider(work.actor, candidate, work.today)
    candidate.require_current(work.store.criteria.in_force(candidate.standard, work.today))
    inputs = _inputs(candidate, work)
    take(candidate, "recognise", work, decision_no=wanted.decision_no)
    valid = ExplainedDeadline.counted(candidate.procedure.validity, work.today)
    _decide(candidate, wanted.decision_no, work)
    candidate.valid_until = valid.due_on
    candidate.freeze(_facts(candidate, inputs, work))
    _end_renewed(candidate, work)
    work.emit(_event(candidate), duties=(candidate.procedure.duty,))
    return UnitDecision.model_validate(
        {
            "candidate_id": candidate.id,
            "state": candidate.state,
            "decided_on": work.today,
            "valid_until": valid,
            "first_time": candidate.first_time,
            "facts_digest": candidate.facts_digest,
        }
    )


@command(RejectUnit, post=f"{ADDRESS}/reject", may=state_side)
def reject_unit(wanted: RejectUnit, work: Work[CampaignStore]) -> CandidateStanding:
    """Refuse recognition, with a reason. Raises: NotFound, NotAllowed, WrongStep, InvalidField."""
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_decider(work.actor, candidate, work.today)
    return take(candidate, "reject", work, reason=wanted.reason)


@command(AnnounceRecognition, post=f"{ADDRESS}/announce", may=state_side)
def announce_recognition(wanted: AnnounceRecognition, work: Work[CampaignStore]) -> CandidateStanding:
    """Record that a recognition was announced to the people, by who decided it.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_decider(work.actor, candidate, work.today)
    return take(candidate, "announce", work, held_at=wanted.held_at)


@command(LapseRecognition, post=f"{ADDRESS}/lapse", may=state_side)
def lapse_recognition(wanted: LapseRecognition, work: Work[CampaignStore]) -> CandidateStanding:
    """Let a recognition lapse whose term has ended and which was not renewed.

    Raises: NotFound, NotAllowed, TooEarly, WrongStep, InvalidField.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_decider(work.actor, candidate, work.today)
    if candidate.decided_on and candidate.valid_until and work.today < candidate.valid_until:
        raise too_early(ExplainedDeadline.counted(candidate.procedure.validity, candidate.decided_on))
    answered = take(candidate, "lapse", work, decision_no=wanted.decision_no, reason=wanted.reason)
    candidate.ended_on = work.today
    return answered


def _inputs(candidate: Candidate, work: Work[CampaignStore]) -> list[Assessment]:
    since = candidate.accepted_on or candidate.registered_on
    found = work.store.standards.inputs(candidate.unit_code, since, work.today)
    return require_inputs(candidate.procedure.inputs, found)


def _decide(candidate: Candidate, decision_no: str, work: Work[CampaignStore]) -> None:
    candidate.decided_by, candidate.decision_no = work.actor.body, decision_no
    candidate.decided_on = work.today
    candidate.first_time = not work.store.standards.was_recognised(candidate.standard, candidate.unit_code)


def _facts(candidate: Candidate, inputs: list[Assessment], work: Work[CampaignStore]) -> Facts:
    """Gather what the decision rests on: the steps, the assessments, the rules of the day."""
    since = candidate.accepted_on or candidate.registered_on
    own = work.store.standards.own_assessments(candidate.standard, candidate.unit_code, since, work.today)
    procedure = candidate.procedure
    keys = (procedure.vote, procedure.panel, procedure.coverage, procedure.satisfied, procedure.validity)
    return {
        "unit_code": candidate.unit_code,
        "standard": candidate.standard,
        "version": candidate.version,
        "decision_no": candidate.decision_no,
        "decided_by": candidate.decided_by,
        "decided_on": work.today.isoformat(),
        "steps": list(candidate.steps),
        "assessments": [_fact(each) for each in (*own, *inputs)],
        "rules": [rule_fact(key, work.today) for key in keys if key and rule_on(key, work.today)],
    }


def _fact(assessment: Assessment) -> Facts:
    names = ("standard", "version", "criterion_no", "passed", "measured_value", "unit_of_measure")
    return {
        **{name: getattr(assessment, name) for name in names},
        "assessor": assessment.assessor,
        "assessed_on": assessment.assessed_on.isoformat(),
        "evidence_ref": assessment.evidence_ref,
    }


def _end_renewed(candidate: Candidate, work: Work[CampaignStore]) -> None:
    if candidate.renews_id:
        earlier = work.store.standards.candidate(candidate.renews_id)
        take(earlier, "renew", work, renewed_by=candidate.id)
        earlier.ended_on = work.today


def _event(candidate: Candidate) -> UnitRecognized:
    names = ("standard", "unit_code", "decision_no", "decided_on", "valid_until", "first_time")
    told = {name: getattr(candidate, name) for name in names}
    return UnitRecognized.model_validate(
        {**told, "candidate_id": candidate.id, "standard_version": candidate.version}
    )
