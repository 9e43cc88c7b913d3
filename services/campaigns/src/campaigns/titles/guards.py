"""Who may do what with a title whose area is stored with it."""

from datetime import date

from campaigns.domain.places import inside
from campaigns.titles.domain.standard import rule_key
from campaigns.titles.domain.title import Title
from contracts.errors import NotAllowed
from contracts.reference import CriteriaSet, rules
from shared.authority import Actor, any_of, function, level, own_unit, side

records_votes = function("area-front-group") & own_unit("kdc_id")
decides_titles = side("state") & function("peoples-committee")
assesses_titles = side("front") & any_of(
    function("area-front-group"), level("X") & function("front-committee")
)
submits_titles = level("K") & function("area-front-group", "area-head")


def require_area(actor: Actor, kdc_id: str, on: date) -> None:
    """Refuse a body whose own unit is not the area or its commune. Raises NotAllowed."""
    if not inside(kdc_id, actor.unit, on):
        raise NotAllowed(
            "own-unit-or-below:kdc_id",
            "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
            "Only in the agency's own unit or below",
        )


def require_decider(actor: Actor, title: Title, criteria: CriteriaSet, on: date) -> None:
    """Refuse whoever the rule of the set in force does not name as the one who decides. Raises NotAllowed."""
    key = rule_key(criteria, ".decided_by", on)
    agency = rules().value(key, on)
    if actor.agency != agency:
        raise NotAllowed(
            key,
            f"Theo quy tắc «{key}», chỉ {agency} được quyết định danh hiệu này",
            f"By rule {key}, only {agency} decides this title",
        )
    require_area(actor, title.kdc_id, on)
