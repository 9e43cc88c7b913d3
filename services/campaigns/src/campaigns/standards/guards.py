"""Who may do what with a unit on its way to a standard (§2.3)."""

from datetime import date

from campaigns.domain.places import inside
from campaigns.standards.domain.candidate import Candidate
from contracts.errors import NotAllowed
from contracts.reference import agencies
from shared.authority import Actor, function, level, own_unit, side

commune_committee = side("state") & level("X") & function("peoples-committee")
registers_here = commune_committee & own_unit("unit_code")
state_side = side("state") & function("peoples-committee", "ntm-coordination")
coordinates_ntm = side("state") & function("ntm-coordination")
directs_province = side("state") & level("T") & function("peoples-committee")
front_committee = side("front") & function("front-standing", "front-committee")
surveys = side("front")


def require_own(actor: Actor, candidate: Candidate) -> None:
    """Refuse whoever is not of the unit itself. Raises NotAllowed."""
    if actor.unit != candidate.unit_code:
        raise NotAllowed(
            "own-unit", "Chỉ trong địa bàn của chính cơ quan mình", "Only in the agency's own unit"
        )


def require_place(actor: Actor, candidate: Candidate, on: date) -> None:
    """Refuse a body whose own unit does not hold the candidate. Raises NotAllowed."""
    if not inside(candidate.unit_code, actor.unit, on):
        raise NotAllowed(
            "own-unit-or-below",
            "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
            "Only in the agency's own unit or below",
        )


def require_level_above(actor: Actor, candidate: Candidate, on: date) -> None:
    """Refuse whoever is not the committee next above the commune. Raises NotAllowed.

    It is the district's while there are districts, the province's from then on.
    """
    above = "H" if agencies().holding("peoples-committee", on, "H") else "T"
    if actor.level != above or "peoples-committee" not in actor.functions:
        raise NotAllowed(
            "next-level-above",
            "Chỉ Ủy ban nhân dân cấp trên trực tiếp được làm việc này",
            "Only the People's Committee next above may do this",
        )
    require_place(actor, candidate, on)


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
    require_place(actor, candidate, on)
