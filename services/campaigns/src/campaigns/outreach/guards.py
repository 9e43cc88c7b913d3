"""Who may hold outreach; which kind, the table of kinds says."""

from campaigns.outreach.domain.kinds import KINDS
from contracts.errors import NotAllowed
from shared.authority import Actor, function, own_unit_or_below

HOLDERS = tuple(sorted({holder for kind in KINDS.values() for holder in kind.holders}))

holds_outreach = function(*HOLDERS)
holds_outreach_here = holds_outreach & own_unit_or_below("unit_code")
trains_ntm_staff = function("ntm-coordination")


def require_holder_of(actor: Actor, holder_org: str) -> None:
    """Refuse whoever does not hold the outreach. Raises NotAllowed."""
    if actor.body != holder_org:
        raise NotAllowed(
            "holder-only",
            "Chỉ cơ quan tổ chức hoạt động được làm việc này",
            "Only the body that holds the outreach may do this",
        )
