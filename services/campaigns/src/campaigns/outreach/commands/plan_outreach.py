"""Planning outreach."""

from campaigns.outreach.domain.kinds import require_holder, require_no_training, require_programme
from campaigns.outreach.guards import holds_outreach_here
from campaigns.outreach.messages import OutreachStanding, PlanOutreach
from campaigns.outreach.planning import planned
from campaigns.outreach.repository import Outreaches
from contracts.errors import InvalidField
from contracts.reference import Body
from shared.service import command
from shared.work import Work


@command(
    PlanOutreach,
    post="/outreach",
    may=holds_outreach_here,
    vi="Lập kế hoạch hoạt động tuyên truyền, vận động",
    takes=["outreach:plan"],
)
def plan_outreach(wanted: PlanOutreach, work: Work) -> OutreachStanding:
    """Plan a meeting, training, talk or visit among people.

    Which kinds a body holds follows from its function (III.1 of the programme). Bodies invited to take
    part join for themselves; they are of the holder's own level. Training is planned by the year.
    Raises: NotAllowed, InvalidField.
    """
    require_holder(wanted.kind, work.actor.functions)
    require_no_training(wanted.kind)
    require_programme(wanted.kind, wanted.linked_programme)
    for index, name in enumerate(wanted.invited_bodies):
        _require_peer(name, f"invited_bodies.{index}", work)
    outreach = planned(wanted, work)
    Outreaches(work).add(outreach)
    return OutreachStanding(outreach_id=outreach.id, state=outreach.state)


def _require_peer(name: str, field: str, work: Work) -> None:
    """Check that an invited body is another one of the holder's level. Raises InvalidField."""
    body = Body.on(name, work.today, field)
    if name == work.actor.body or body.level != work.actor.level:
        raise InvalidField(
            field,
            "other-body-of-same-level",
            f"{body.called.vi} phải là một cơ quan khác, cùng cấp",
            f"{body.called.en} must be another body of the same level",
        )
