"""Recording that outreach was held."""

from campaigns.history import note
from campaigns.outreach.domain.kinds import duties_of, require_enrolment
from campaigns.outreach.domain.outreach import Outreach
from campaigns.outreach.guards import holds_outreach, require_holder_of
from campaigns.store.store import CampaignStore
from contracts.campaigns.outreach.commands import HoldOutreach, OutreachStanding
from contracts.campaigns.outreach.events import OutreachHeld
from shared.service import command
from shared.work import Work


@command(HoldOutreach, post="/outreach/{outreach_id}/hold", may=holds_outreach)
def hold_outreach(said: HoldOutreach, work: Work[CampaignStore]) -> OutreachStanding:
    """Record that an outreach was held, with counts of persons and minutes; it names nobody.

    It is evidence of the duty of its kind or linked programme (III.1.1-e to III.1.9-a); where the
    programme names the Front beside the holder, only if a body of the Front has joined.
    Raises: NotFound, NotAllowed, InvalidField, WrongStep.
    """
    outreach = work.store.outreach.outreach(said.outreach_id)
    require_holder_of(work.actor, outreach.holder_org)
    require_enrolment(outreach.linked_programme, said.enrolled)
    outreach.hold(
        work.today,
        participants=said.participants,
        enrolled=said.enrolled,
        minutes=said.duration_minutes,
        result=said.result,
    )
    note(work, outreach.id, "hold_outreach", outreach.state)
    _tell(outreach, said, work)
    return OutreachStanding(outreach_id=outreach.id, state="held")


def _tell(outreach: Outreach, said: HoldOutreach, work: Work[CampaignStore]) -> None:
    joined = [each for each in work.store.outreach.guests(outreach.id) if each.state == "joined"]
    told = {
        "outreach_id": outreach.id,
        "kind": outreach.kind,
        "linked_programme": outreach.linked_programme,
        "unit_code": outreach.unit_code,
        "holder_org": outreach.holder_org,
        "members": [each.body for each in joined],
        "participants": said.participants,
        "enrolled": said.enrolled,
        "duration": said.duration_minutes,
        "held_on": work.today,
    }
    duties = duties_of(outreach.kind, outreach.linked_programme, {each.side for each in joined})
    work.emit(OutreachHeld.model_validate(told), duties=duties)
