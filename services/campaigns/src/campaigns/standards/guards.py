"""Who may do what with a unit on its way to a standard (§2.3)."""

from datetime import date

from campaigns.reach import require_within
from campaigns.standards.domain.candidate import Candidate
from contracts.errors import NotAllowed
from shared.authority import Actor, function, level, own_unit, side

commune_committee = side("state") & level("X") & function("peoples-committee")
registers_here = commune_committee & own_unit("unit_code")
state_side = side("state") & function("peoples-committee", "ntm-coordination")
coordinates_ntm = side("state") & function("ntm-coordination")
directs_province = side("state") & level("T") & function("peoples-committee")
front_committee = side("front") & function("front-standing", "front-committee")
surveys = side("front")


def require_decider(actor: Actor, candidate: Candidate, on: date) -> None:
    """Refuse whoever does not decide on the standard on the day. Raises NotAllowed, NoRuleInForce."""
    agency = candidate.procedure.deciding_agency(on)
    if actor.agency != agency:
        rule = f"decided-by:{agency}"
        raise NotAllowed(
            rule,
            f"Chỉ {agency} quyết định công nhận chuẩn này",
            f"Only {agency} decides on this standard",
        )
    require_within(actor, candidate.unit_code, on)
