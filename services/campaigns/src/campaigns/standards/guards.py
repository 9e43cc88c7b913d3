"""Who may do what with a unit on its way to a standard (§2.3)."""

from campaigns.common.reach import require_committee_above, require_within
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.survey import Survey
from contracts.errors import NotAllowed
from contracts.reference import agency_name
from shared.authority import any_of, function, level, own_unit, side
from shared.work import Work

commune_committee = side("state") & level("X") & function("peoples-committee")
registers_here = commune_committee & own_unit("unit_code")
state_side = side("state") & function("peoples-committee", "ntm-coordination")
coordinates_ntm = side("state") & function("ntm-coordination")
directs_province = side("state") & level("T") & function("peoples-committee")
front_committee = side("front") & function("front-standing", "front-committee")
surveys = side("front")
assesses = any_of(commune_committee, side("state") & function("justice", "police"))


def of_the_unit(candidate: Candidate, work: Work) -> None:
    """Refuse whoever is not of the unit itself. Raises NotAllowed."""
    work.actor.require_unit(candidate.unit_code)


def of_a_unit_above(candidate: Candidate, work: Work) -> None:
    """Refuse whoever's own unit does not hold the unit. Raises NotAllowed."""
    require_within(work.actor, candidate.unit_code, work.today)


def committee_above(candidate: Candidate, work: Work) -> None:
    """Refuse whoever is not the People's Committee next above the unit. Raises NotAllowed."""
    require_committee_above(work.actor, candidate.unit_code, work.today)


def sends_back(candidate: Candidate, work: Work) -> None:
    """Refuse whoever is neither the coordination office nor the committee next above. Raises NotAllowed."""
    if "ntm-coordination" in work.actor.functions:
        of_a_unit_above(candidate, work)
    else:
        committee_above(candidate, work)


def require_decider(candidate: Candidate, work: Work) -> None:
    """Refuse whoever does not decide on the standard on the day. Raises NotAllowed, NoRuleInForce."""
    agency = candidate.procedure.deciding_agency(work.today)
    if work.actor.agency != agency:
        rule, name = f"decided-by:{agency}", agency_name(agency, work.today)
        raise NotAllowed(
            rule,
            f"Chỉ {name.vi} quyết định công nhận chuẩn này",
            f"Only {name.en} decides on this standard",
        )
    of_a_unit_above(candidate, work)


def charged_with(survey: Survey, work: Work) -> None:
    """Refuse whoever is not charged with a survey. Raises NotAllowed."""
    survey.require_charged(work.actor.body)
