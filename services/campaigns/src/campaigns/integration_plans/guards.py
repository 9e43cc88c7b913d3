"""Who advises a plan and who decides on it (II.1b, III.1.5-a)."""

from campaigns.integration_plans.domain.plan import ADVISERS, DECIDERS, Plan
from contracts.errors import NotAllowed
from shared.authority import function, level, own_unit_or_below, side
from shared.work import Work

advises = side("state") & level("T") & function(*ADVISERS)
advises_here = advises & own_unit_or_below("unit_code")
decides = level("T") & function(*sorted(DECIDERS.values()))


def own_plan(plan: Plan, work: Work) -> None:
    """Only the agency that drew a plan up revises it. Raises NotAllowed."""
    work.actor.require_body(plan.advising_body, "adviser-only")


def decider_of(plan: Plan, work: Work) -> None:
    """Only the body for which a plan's purpose is to decide. Raises NotAllowed."""
    decider = DECIDERS[plan.purpose]
    if decider not in work.actor.functions:
        rule = f"decided-by:{decider}"
        raise NotAllowed(
            rule,
            "Kế hoạch này không thuộc thẩm quyền quyết định của cơ quan",
            "It is not for this body to decide on this plan",
        )
