"""How commands and queries answer with a plan."""

from supervision.plans.domain import plan as domain
from supervision.plans.domain.plan import Plan
from supervision.plans.domain.view import View
from supervision.plans.messages import PlanDetail, PlannedTopic, PlanRow, PlanStanding, StatedView


def standing(plan: Plan) -> PlanStanding:
    """Say where a plan stands, and what its agreement still lacks."""
    return PlanStanding(
        plan_id=plan.id,
        state=plan.state,
        missing_bodies=plan.missing_bodies,
        overlapping_bodies=plan.overlapping_bodies,
    )


def row(plan: Plan) -> PlanRow:
    """Show a plan in a list."""
    return PlanRow(
        plan_id=plan.id,
        year=plan.year,
        level=plan.level,
        unit_code=plan.unit_code,
        chair_body=plan.chair_body,
        topics=plan.topic_codes,
        state=plan.state,
        proposed_on=plan.proposed_on,
        doc_number=plan.doc_number,
        agreed_on=plan.agreed_on,
    )


def detail(plan: Plan) -> PlanDetail:
    """Show a plan with its topics in full and the views on it."""
    return PlanDetail(
        **dict(row(plan)),
        planned=[_topic(each) for each in plan.topics],
        consulted_bodies=plan.consulted_bodies,
        views=[_view(each) for each in plan.views],
    )


def _topic(topic: domain.PlannedTopic) -> PlannedTopic:
    return PlannedTopic(
        topic=topic.topic,
        form=topic.form,
        target_bodies=topic.target_bodies,
        proposing_body=topic.proposing_body,
    )


def _view(view: View) -> StatedView:
    return StatedView(
        consulted_body=view.consulted_body,
        view=view.view,
        overlapping=view.overlapping,
        remark=view.remark,
        stated_on=view.stated_on,
        resolution=view.resolution,
    )
