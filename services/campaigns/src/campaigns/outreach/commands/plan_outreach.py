"""Planning outreach."""

from campaigns.domain.bodies import resolve
from campaigns.domain.campaign import distinct
from campaigns.history import note
from campaigns.outreach.domain.kinds import require_holder, require_programme
from campaigns.outreach.domain.outreach import Guest, Outreach
from campaigns.outreach.guards import holds_outreach_here
from campaigns.store.store import CampaignStore
from contracts.campaigns.outreach.commands import OutreachStanding, PlanOutreach
from contracts.errors import InvalidField
from contracts.reference import Place, agencies
from shared.service import command
from shared.work import Work


@command(PlanOutreach, post="/outreach", may=holds_outreach_here)
def plan_outreach(wanted: PlanOutreach, work: Work[CampaignStore]) -> OutreachStanding:
    """Plan a meeting, training, talk or visit among people.

    Which kinds a body holds follows from its function (III.1 of the programme). Bodies invited to take
    part join for themselves; they are of the holder's own level.
    Raises: NotAllowed, InvalidField.
    """
    require_holder(wanted.kind, work.actor.functions)
    require_programme(wanted.kind, wanted.linked_programme)
    outreach = planned(wanted, work)
    work.store.add(outreach)
    work.store.add(
        *(
            _invited(body, f"coordinators.{index}", outreach, work)
            for index, body in enumerate(distinct(list(wanted.coordinators), "coordinators"))
        )
    )
    note(work, outreach.id, "plan_outreach", outreach.state)
    return OutreachStanding(outreach_id=outreach.id, state="planned")


def planned(wanted: PlanOutreach, work: Work[CampaignStore], plan_id: str | None = None) -> Outreach:
    """Make an outreach of the acting body as it is planned. Raises InvalidField."""
    return Outreach(
        id=work.new_id("out"),
        kind=wanted.kind,
        title=wanted.title,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        linked_programme=wanted.linked_programme,
        content_codes=distinct(list(wanted.content_codes), "content_codes"),
        movement_code=wanted.movement_code,
        holder_org=work.actor.body,
        plan_id=plan_id,
        planned_on=wanted.planned_on,
        stands_since=work.today,
        recorded_at=work.now,
    )


def _invited(name: str, field: str, outreach: Outreach, work: Work[CampaignStore]) -> Guest:
    body = resolve(name, work.today, field)
    if name == work.actor.body or body.level != work.actor.level:
        raise InvalidField(
            field,
            "other-body-of-same-level",
            f"{name} phải là một cơ quan khác, cùng cấp",
            f"{name} must be another body of the same level",
        )
    return Guest(
        id=work.new_id("gst"),
        outreach_id=outreach.id,
        body=name,
        side=agencies().get(body.code, work.today).side,
        recorded_at=work.now,
    )
