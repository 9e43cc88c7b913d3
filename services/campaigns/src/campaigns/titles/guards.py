"""Who may do what with a title whose area is stored with it."""

from campaigns.common.reach import require_within
from campaigns.criteria.repository import CriteriaSets
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.standard import rule_key
from campaigns.titles.domain.title import Title
from contracts.errors import NotAllowed
from contracts.reference import agency_name, paths_of, rules
from shared.authority import any_of, function, level, own_unit, side
from shared.work import Work

records_votes = function("area-front-group") & own_unit("area_code")
decides_titles = side("state") & function("peoples-committee")
assesses_titles = side("front") & any_of(
    function("area-front-group"), level("X") & function("front-committee")
)
submits_titles = level("K") & function("area-front-group", "area-head")


def of_its_area(found: Title | Meeting, work: Work) -> None:
    """Refuse a body whose own unit is not the area or its commune. Raises NotAllowed."""
    require_within(work.actor, found.area_code, work.today)


def reads_title(title: Title, work: Work) -> None:
    """Refuse whoever's unit is neither the title's place nor above it: a title tells of a household."""
    work.actor.require_place(title.path)


def reads_titles_of(unit: str | None, work: Work) -> None:
    """Refuse a list of a unit that never was the actor's, nor below or above it. Raises NotAllowed."""
    paths = paths_of(unit) if unit else ()
    if paths and not any(f"/{unit}/" in own for own in paths_of(work.actor.unit)):
        work.actor.require_place("".join(paths))


def require_decider(title: Title, work: Work) -> None:
    """Refuse whoever the rule of the set in force does not name as the one who decides.

    Raises NotAllowed (rule *.decided_by), NoRuleInForce, NoStandardInForce.
    """
    key = rule_key(CriteriaSets(work).in_force(title.title, work.today), ".decided_by", work.today)
    law = rules().in_force(key, work.today)
    if work.actor.agency != law.value:
        name = agency_name(str(law.value), work.today)
        raise NotAllowed(
            key,
            f"Theo quy tắc «{law.name.vi}», chỉ {name.vi} được quyết định danh hiệu này",
            f"By the rule «{law.name.en}», only {name.en} decides this title",
        )
    of_its_area(title, work)
