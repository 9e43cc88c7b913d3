"""How queries show an outreach and the bodies invited to it."""

from campaigns.common.record import record
from campaigns.outreach.domain.outreach import Guest, Outreach
from campaigns.outreach.messages import Invitation, OutreachRecord


def shown(outreach: Outreach) -> OutreachRecord:
    """Show an outreach."""
    return record(OutreachRecord, outreach, outreach_id=outreach.id)


def invitations(outreach: Outreach, guests: list[Guest]) -> list[Invitation]:
    """Show each body that was invited, in the order of the invitations, and whether it joined."""
    joined = {each.invited_body: each.joined_on for each in guests}
    return [
        Invitation(
            invited_body=body,
            state="joined" if body in joined else "invited",
            joined_on=joined.get(body),
        )
        for body in outreach.invited_bodies
    ]
