"""Recognising that a unit reached a standard."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.standards.domain.assessment import require_inputs
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.facts import facts_of
from campaigns.standards.guards import require_decider, state_side
from campaigns.standards.messages.commands import RecogniseUnit, UnitDecision
from campaigns.standards.repository import Standards
from contracts.campaigns.standards import UnitRecognised
from shared.domain.deadlines import ExplainedDeadline
from shared.domain.facts import freeze
from shared.service import command
from shared.work import Work


@command(
    RecogniseUnit,
    post="/standard-candidates/{candidate_id}/recognise",
    may=state_side,
    vi="Công nhận đạt chuẩn",
    takes=["candidate:recognise", "candidate:renew"],
    checks=require_decider,
)
def recognise_unit(wanted: RecogniseUnit, work: Work) -> UnitDecision:
    """Recognise that a unit reached the standard; the facts behind the decision are frozen with it.

    Duty II.3a-c or II.3a-d. The Front surveys and supervises, it never decides. The decision rests on
    passed assessments by the agencies in charge (access to law; public order, NTM criterion 19) and on
    the version of the criteria in force on the day.
    Raises: NotFound, NotAllowed, OutdatedCriteria, MissingInputs, WrongStep, InvalidField, NoRuleInForce.
    """
    standards = Standards(work)
    candidate = standards.candidate(wanted.candidate_id)
    require_decider(candidate, work)
    candidate.require_current(CriteriaSets(work).in_force(candidate.standard, work.today))
    inputs = require_inputs(candidate.procedure.inputs, standards.inputs(candidate, work.today))
    own = standards.own_assessments(candidate, work.today)
    first = not standards.was_recognised(candidate.standard, candidate.unit_code)
    valid = ExplainedDeadline.counted(candidate.procedure.validity, work.today)
    candidate.recognise(work.actor.body, wanted.decision_no, valid.due_on, work.today, first_time=first)
    digest = freeze(candidate, facts_of(candidate, [*own, *inputs], work.today))
    _end_renewed(candidate, work)
    event = _event(candidate, wanted.decision_no, valid, first_time=first)
    work.emit(event, duties=(candidate.procedure.duty,))
    return UnitDecision(
        candidate_id=candidate.id,
        state=candidate.state,
        decided_on=work.today,
        valid_until=valid,
        first_time=first,
        facts_digest=digest,
    )


def _end_renewed(candidate: Candidate, work: Work) -> None:
    if candidate.renews_id:
        earlier = Standards(work).candidate(candidate.renews_id)
        earlier.renew(work.actor.body, candidate.id, work.today)


def _event(
    candidate: Candidate, decision_no: str, valid: ExplainedDeadline, *, first_time: bool
) -> UnitRecognised:
    return UnitRecognised(
        candidate_id=candidate.id,
        standard=candidate.standard,
        standard_version=candidate.version,
        unit_code=candidate.unit_code,
        decision_no=decision_no,
        decided_on=candidate.stands_since,
        valid_until=valid.due_on,
        first_time=first_time,
    )
