"""Approving a plan, so that it goes out."""

from campaigns.common.domain.lists import distinct
from campaigns.guidance.domain.content import IntegrationContent, IntegrationTask
from campaigns.guidance.domain.guidance import Guidance
from campaigns.guidance.domain.mandates import require_audience
from campaigns.guidance.issuing import hold, issue
from campaigns.integration_plans.answers import standing
from campaigns.integration_plans.domain.activity import Activity
from campaigns.integration_plans.domain.plan import DUTIES, QUALITY, Plan
from campaigns.integration_plans.guards import decider_of, decides
from campaigns.integration_plans.messages import ApproveIntegration, PlanStanding
from campaigns.integration_plans.repository import IntegrationPlans
from shared.service import command
from shared.work import Work


@command(
    ApproveIntegration,
    post="/integration-plans/{plan_id}/approve",
    may=decides,
    vi="Phê duyệt kế hoạch lồng ghép",
    duties=DUTIES,
    takes=["integration_plan:approve", "guidance:issue", "guidance:replace"],
    checks=decider_of,
)
def approve_integration(wanted: ApproveIntegration, work: Work) -> PlanStanding:
    """Approve a plan, which goes out as a guiding document of the kind `integration`.

    Duties II.1b-a to II.1b-d by movement, where the provincial People's Committee directs what its
    agencies advised; III.1.5-a where the Front's standing board joins the department of culture.
    Raises: NotAllowed (decided-by), NumberTaken, NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    plan = IntegrationPlans(work).get(wanted.plan_id)
    decider_of(plan, work)
    require_audience(distinct(wanted.audience_levels, "audience_levels"), work.actor.level)
    guidance = _document(plan, wanted, work)
    plan.approve(work.actor.body, work.today, guidance.id)
    hold(guidance, _content(IntegrationPlans(work).activities_of(plan.id)), work)
    issue(guidance, (plan.duty,), work)
    return standing(plan)


def _document(plan: Plan, wanted: ApproveIntegration, work: Work) -> Guidance:
    # A quality plan is the lead department's document, which the Front joins; any other the Committee's.
    joint = plan.purpose == QUALITY
    return Guidance(
        id=work.new_id("gui"),
        kind="integration",
        doc_number=wanted.doc_number,
        title=plan.title,
        issuing_body=plan.advising_body if joint else work.actor.body,
        unit_code=plan.unit_code,
        path=plan.path,
        audience_levels=list(wanted.audience_levels),
        movement_code=plan.movement_code,
        copies=None,
        issued_on=work.today,
        effective_on=wanted.effective_on,
        replaces_id=wanted.replaces_id,
        recorded_at=work.now,
        coordinating_bodies=[work.actor.body if joint else plan.advising_body],
    )


def _content(activities: list[Activity]) -> IntegrationContent:
    tasks = [IntegrationTask(task=each.title, content_codes=each.content_codes) for each in activities]
    return IntegrationContent(kind="integration", tasks=tasks)
