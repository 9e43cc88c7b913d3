"""Who may hold outreach; which kind, the table of kinds says."""

from campaigns.outreach.domain.kinds import KINDS
from campaigns.outreach.domain.outreach import LIFECYCLE, Outreach
from campaigns.outreach.repository import Outreaches
from shared.authority import function, own_unit_or_below
from shared.work import Work

HOLDERS = tuple(sorted({holder for kind in KINDS.values() for holder in kind.holders}))

holds_outreach = function(*HOLDERS)
holds_outreach_here = holds_outreach & own_unit_or_below("unit_code")
trains_ntm_staff = function("ntm-coordination")


def own_outreach(outreach: Outreach, work: Work) -> None:
    """Only the body that holds an outreach reports on it or cancels it. Raises NotAllowed."""
    work.actor.require_body(outreach.holder_body, "holder-only")


def invited_and_not_joined(outreach: Outreach, work: Work) -> None:
    """Only a body that was invited joins, and once. Raises NotAllowed, WrongStep."""
    outreach.require_invited(work.actor.body)
    if any(each.invited_body == work.actor.body for each in Outreaches(work).guests(outreach.id)):
        raise LIFECYCLE.wrong(outreach, "join", work.today)
