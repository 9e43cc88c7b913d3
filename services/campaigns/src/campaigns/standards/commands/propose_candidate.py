"""Registering a unit to reach a standard."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.standards.answers import standing
from campaigns.standards.domain.candidate import Candidate, require_subject
from campaigns.standards.domain.procedure import PROCEDURES
from campaigns.standards.domain.refusals import OpenCandidacy, PrerequisiteStandard
from campaigns.standards.guards import registers_here
from campaigns.standards.messages.commands import CandidateStanding, ProposeCandidate
from campaigns.standards.repository import Standards
from campaigns.standards.terms import counted
from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.reference import Place, unit_name
from contracts.values import UnitStandard
from shared.service import command
from shared.work import Work


@command(
    ProposeCandidate,
    post="/standard-candidates",
    may=registers_here,
    vi="Đăng ký đạt chuẩn",
    takes=["candidate:propose"],
)
def propose_candidate(wanted: ProposeCandidate, work: Work) -> CandidateStanding:
    """Register a commune, ward or township to reach a standard in a year.

    The level above answers within the rule's time (`ntm.registration.answer`). A unit that holds the
    standard registers again for the year in which its recognition ends.
    Raises: NotAllowed, InvalidField, NoStandardInForce, OpenCandidacy, PrerequisiteStandard.
    """
    criteria = CriteriaSets(work).in_force(wanted.standard, work.today)
    require_subject(criteria, wanted.unit_code, work.today)
    _require_free(wanted, work)
    candidate = _candidate(wanted, criteria.version, work)
    candidate.register(wanted.doc_number, counted(candidate.procedure.answer, work))
    Standards(work).add(candidate)
    return standing(candidate)


def _candidate(wanted: ProposeCandidate, version: str, work: Work) -> Candidate:
    return Candidate(
        id=work.new_id("can"),
        standard=wanted.standard,
        version=version,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        year=wanted.year,
        registering_body=work.actor.body,
        registered_on=work.today,
        recorded_at=work.now,
        renews_id=_renewed(wanted, work),
    )


def _require_free(wanted: ProposeCandidate, work: Work) -> None:
    """Refuse a second way at a time, and one without the standard on which it builds."""
    open_one = Standards(work).seeking(wanted.standard, wanted.unit_code)
    if open_one:
        raise OpenCandidacy(
            rule=f"{wanted.standard}:one-at-a-time",
            unit=unit_name(wanted.unit_code, work.today),
            standard=code_name(UnitStandard, wanted.standard),
            candidate_id=open_one.id,
        )
    needed = PROCEDURES[wanted.standard].builds_on
    if needed and not Standards(work).held(needed, wanted.unit_code):
        raise PrerequisiteStandard(
            rule=f"{wanted.standard}:builds-on",
            unit=unit_name(wanted.unit_code, work.today),
            needed=code_name(UnitStandard, needed),
            standard=code_name(UnitStandard, wanted.standard),
        )


def _renewed(wanted: ProposeCandidate, work: Work) -> str | None:
    held = Standards(work).held(wanted.standard, wanted.unit_code)
    if held is None:
        return None
    if held.valid_until and held.valid_until.year > wanted.year:
        raise InvalidField(
            "year",
            "not-before-term",
            f"Công nhận hiện tại còn giá trị đến {held.valid_until:%d/%m/%Y}",
            f"The present recognition holds until {held.valid_until:%Y-%m-%d}",
        )
    return held.id
