"""Plans: their list is open to everyone, the views on them to those who are signed in."""

from contracts.supervision.commands import PlannedTopic
from contracts.supervision.queries import PlanById, PlanDetail, PlanList, PlanPage, PlanRow, StatedView
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work
from supervision.domain.plan import Plan, View
from supervision.store.store import SupervisionStore


@query(PlanList, get="/plans", may=anyone)
def plan_list(asked: PlanList, work: Work[SupervisionStore]) -> PlanPage:
    """List plans by unit (and all below it), year and state."""
    found, after = work.store.plans(asked)
    return PlanPage(items=[_row(plan) for plan in found], next_cursor=after)


@query(PlanById, get="/plans/{plan_id}", may=signed_in)
def plan_by_id(asked: PlanById, work: Work[SupervisionStore]) -> PlanDetail:
    """Show a plan with its topics and the views on it. Raises NotFound."""
    plan = work.store.plan(asked.plan_id)
    planned = [
        PlannedTopic.model_validate(
            {
                "topic": each.topic,
                "form": each.form,
                "target_orgs": each.target_orgs,
                "proposed_by": each.merges,
            }
        )
        for each in plan.topics
    ]
    views = [_view(each) for each in plan.views]
    return PlanDetail(**dict(_row(plan)), planned=planned, consulted=plan.consulted, views=views)


def _row(plan: Plan) -> PlanRow:
    return PlanRow(
        plan_id=plan.id,
        year=plan.year,
        level=plan.level,
        unit_code=plan.unit_code,
        chair_org=plan.chair_org,
        topics=plan.topic_codes,
        state=plan.state,
        proposed_on=plan.proposed_on,
        doc_number=plan.doc_number,
        agreed_on=plan.agreed_on,
    )


def _view(view: View) -> StatedView:
    return StatedView(
        body=view.body,
        view=view.view,
        overlapping=view.overlapping,
        remark=view.remark,
        stated_on=view.stated_on,
        resolution=view.resolution,
    )
