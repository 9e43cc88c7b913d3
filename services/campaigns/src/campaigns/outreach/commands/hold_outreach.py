"""Recording that outreach was held."""

from campaigns.outreach.domain.kinds import duties_of, require_enrolment
from campaigns.outreach.domain.outreach import Outreach
from campaigns.outreach.guards import holds_outreach, own_outreach
from campaigns.outreach.messages import HoldOutreach, OutreachStanding
from campaigns.outreach.repository import Outreaches
from contracts.campaigns.outreach import OutreachHeld
from shared.service import command
from shared.work import Work


@command(
    HoldOutreach,
    post="/outreach/{outreach_id}/hold",
    may=holds_outreach,
    vi="Ghi nhận hoạt động đã tổ chức",
    takes=["outreach:hold"],
    checks=own_outreach,
)
def hold_outreach(said: HoldOutreach, work: Work) -> OutreachStanding:
    """Record that an outreach was held, with counts of persons and minutes; it names nobody.

    It is evidence of the duty of its kind or linked programme (III.1.1-e to III.1.9-a); where the
    programme names the Front beside the holder, only if a body of the Front has joined.
    Raises: NotFound, NotAllowed, InvalidField, WrongStep, DayBeforeLastStep.
    """
    outreach = Outreaches(work).get(said.outreach_id)
    own_outreach(outreach, work)
    require_enrolment(outreach.linked_programme, said.enrolled)
    outreach.hold(
        work.today,
        participants=said.participants,
        enrolled=said.enrolled,
        minutes=said.duration_minutes,
        result=said.result,
    )
    _tell(outreach, said, work)
    return OutreachStanding(outreach_id=outreach.id, state=outreach.state)


def _tell(outreach: Outreach, said: HoldOutreach, work: Work) -> None:
    joined = [each for each in Outreaches(work).guests(outreach.id) if each.joined_on <= work.today]
    held = OutreachHeld(
        outreach_id=outreach.id,
        kind=outreach.kind,
        linked_programme=outreach.linked_programme,
        unit_code=outreach.unit_code,
        holder_body=outreach.holder_body,
        member_bodies=[each.invited_body for each in joined],
        participants=said.participants,
        enrolled=said.enrolled,
        duration=said.duration_minutes,
        held_on=work.today,
    )
    duties = duties_of(outreach.kind, outreach.linked_programme, {each.side for each in joined})
    work.emit(held, duties=duties)
