"""Where a plan or a recommendation stands, as commands answer it."""

from contracts.supervision.commands import PlanStanding, RecommendationStanding
from supervision.domain.plan import Plan
from supervision.domain.recommendation import Recommendation


def standing_of_plan(plan: Plan) -> PlanStanding:
    """Say where a plan stands, and what its agreement still lacks."""
    return PlanStanding(
        plan_id=plan.id, state=plan.state, missing_views=plan.missing_views, open_overlaps=plan.open_overlaps
    )


def standing_of_recommendation(sent: Recommendation) -> RecommendationStanding:
    """Say where a recommendation stands, and by when it is to be answered."""
    return RecommendationStanding(recommendation_id=sent.id, state=sent.state, answer_due=sent.answer_due)
