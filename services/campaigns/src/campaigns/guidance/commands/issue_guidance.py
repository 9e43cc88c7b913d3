"""Issuing a guiding document."""

from collections.abc import Sequence

from campaigns.common.domain.lists import distinct
from campaigns.guidance.domain.audience import require_addressees
from campaigns.guidance.domain.guidance import Guidance
from campaigns.guidance.domain.mandates import MANDATES, duties_of_guidance, mandates, require_audience
from campaigns.guidance.guards import issues_guidance
from campaigns.guidance.issuing import hold, issue
from campaigns.guidance.messages import GuidanceStanding, IssueGuidance
from contracts.reference import Body, Place
from contracts.values import Level
from shared.service import command
from shared.work import Work


@command(
    IssueGuidance,
    post="/guidance",
    may=issues_guidance,
    vi="Ban hành văn bản hướng dẫn",
    duties=tuple(sorted({each.duty for each in MANDATES})),
    takes=["guidance:issue", "guidance:replace"],
)
def issue_guidance(wanted: IssueGuidance, work: Work) -> GuidanceStanding:
    """Issue a guiding document to bodies of the named levels.

    Duties by issuer and kind, as the programme gives them: III.2a-a and III.2a-g to the standing board,
    II.1a-b and III.2b-a to member organisations that guide the levels below, II.1b-a to II.1b-d to the
    state bodies that integrate a movement, III.1.* to the departments named there.
    Raises: NotAllowed (no mandate, or another's document to replace), NumberTaken, NotFound, WrongStep,
    InvalidField.
    """
    entitled = mandates(work.actor.functions, wanted.kind, wanted.movement_code)
    audience = distinct(wanted.audience_levels, "audience_levels")
    require_audience(audience, work.actor.level)
    _require_bodies(wanted, audience, work)
    guidance = _guidance(wanted, work)
    hold(guidance, wanted.content, work)
    issue(guidance, duties_of_guidance(entitled, audience), work)
    return GuidanceStanding(guidance_id=guidance.id, state=guidance.state)


def _require_bodies(wanted: IssueGuidance, audience: Sequence[Level], work: Work) -> None:
    require_addressees(distinct(wanted.addressee_agencies, "addressee_agencies"), audience, work.today)
    for index, body in enumerate(distinct(wanted.coordinating_bodies, "coordinating_bodies")):
        Body.on(body, work.today, f"coordinating_bodies.{index}")


def _guidance(wanted: IssueGuidance, work: Work) -> Guidance:
    return Guidance(
        id=work.new_id("gui"),
        kind=wanted.kind,
        doc_number=wanted.doc_number,
        title=wanted.title,
        issuing_body=work.actor.body,
        unit_code=work.actor.unit,
        path=Place.on(work.actor.unit, work.today).path,
        audience_levels=list(wanted.audience_levels),
        movement_code=wanted.movement_code,
        copies=wanted.copies,
        issued_on=work.today,
        effective_on=wanted.effective_on,
        replaces_id=wanted.replaces_id,
        recorded_at=work.now,
        coordinating_bodies=list(wanted.coordinating_bodies),
        addressee_agencies=list(wanted.addressee_agencies),
    )
