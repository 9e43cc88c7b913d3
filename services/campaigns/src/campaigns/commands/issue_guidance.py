"""Issuing a guiding document."""

from campaigns.documents.domain.readers import require_addressees
from campaigns.documents.issuing import hold, issue
from campaigns.domain.bodies import resolve
from campaigns.domain.campaign import distinct
from campaigns.domain.guidance import Guidance
from campaigns.domain.mandates import MANDATES, duties_of_guidance, mandates, require_audience
from campaigns.guards import issues_guidance
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import GuidanceStanding, IssueGuidance
from shared.service import command
from shared.work import Work


@command(
    IssueGuidance,
    post="/guidance",
    may=issues_guidance,
    duties=tuple(sorted({each.duty for each in MANDATES})),
)
def issue_guidance(wanted: IssueGuidance, work: Work[CampaignStore]) -> GuidanceStanding:
    """Issue a guiding document to bodies of the named levels.

    Duties by issuer and kind, as the programme gives them: III.2a-a and III.2a-g to the standing board,
    II.1a-b and III.2b-a to member organisations that guide the levels below, II.1b-a to II.1b-d to the
    state bodies that integrate a movement, III.1.* to the departments named there.
    Raises: NotAllowed (no mandate, or another's document to replace), NumberTaken, NotFound, WrongStep,
    InvalidField.
    """
    entitled = mandates(work.actor.functions, wanted.kind, wanted.movement_code)
    audience = distinct(list(wanted.audience_levels), "audience_levels")
    require_audience(audience, work.actor.level)
    _require_bodies(wanted, audience, work)
    guidance = _guidance(wanted, work)
    hold(guidance, wanted.content, work)
    issue(guidance, duties_of_guidance(entitled, audience), work)
    return GuidanceStanding(guidance_id=guidance.id, state=guidance.state)


def _require_bodies(wanted: IssueGuidance, audience: list[str], work: Work[CampaignStore]) -> None:
    require_addressees(distinct(list(wanted.addressees), "addressees"), audience, work.today)
    for index, body in enumerate(distinct(list(wanted.coord_orgs), "coord_orgs")):
        resolve(body, work.today, f"coord_orgs.{index}")


def _guidance(wanted: IssueGuidance, work: Work[CampaignStore]) -> Guidance:
    return Guidance(
        id=work.new_id("gui"),
        kind=wanted.kind,
        doc_number=wanted.doc_number,
        title=wanted.title,
        issuer_org=work.actor.body,
        unit_code=work.actor.unit,
        audience_levels=list(wanted.audience_levels),
        movement_code=wanted.movement_code,
        copies=wanted.copies,
        issued_on=work.today,
        effective_on=wanted.effective_on,
        replaces_id=wanted.replaces_id,
        recorded_at=work.now,
        coord_orgs=list(wanted.coord_orgs),
        addressees=list(wanted.addressees),
    )
