"""Deciding on a plan: approving it, so that it goes out, or returning it."""

from campaigns.documents.issuing import hold, issue
from campaigns.domain.campaign import distinct
from campaigns.domain.guidance import Guidance
from campaigns.domain.mandates import require_audience
from campaigns.history import note
from campaigns.integration.domain.plan import DECIDERS, DUTIES, QUALITY, Activity, Plan
from campaigns.store.store import CampaignStore
from contracts.campaigns.documents.values import IntegrationContent
from contracts.campaigns.integration.commands import ApproveIntegration, PlanStanding, ReturnIntegration
from shared.authority import function, level
from shared.service import command
from shared.work import Work

decides = level("T") & function(*sorted(DECIDERS.values()))


@command(ApproveIntegration, post="/integration-plans/{plan_id}/approve", may=decides, duties=DUTIES)
def approve_integration(wanted: ApproveIntegration, work: Work[CampaignStore]) -> PlanStanding:
    """Approve a plan, which goes out as a guiding document of the kind `integration`.

    Duties II.1b-a to II.1b-d by movement, where the provincial People's Committee directs what its
    agencies advised; III.1.5-a where the Front's standing board joins the department of culture.
    Raises: NotAllowed (decided-by), NumberTaken, NotFound, WrongStep, InvalidField.
    """
    plan = work.store.integration.plan(wanted.plan_id)
    audience = distinct(list(wanted.audience_levels), "audience_levels")
    require_audience(audience, work.actor.level)
    guidance = _document(plan, wanted, work)
    plan.approve(work.actor.body, work.actor.functions, work.today, guidance.id)
    hold(guidance, _content(work.store.integration.activities_of(plan.id)), work)
    issue(guidance, (plan.duty,), work)
    note(work, plan.id, "approve_integration", plan.state)
    return _standing(plan)


@command(ReturnIntegration, post="/integration-plans/{plan_id}/return", may=decides)
def return_integration(wanted: ReturnIntegration, work: Work[CampaignStore]) -> PlanStanding:
    """Return a plan to those who drew it up, with the reason.

    Raises: NotAllowed (decided-by), NotFound, WrongStep, InvalidField.
    """
    plan = work.store.integration.plan(wanted.plan_id)
    plan.return_(work.actor.body, work.actor.functions, work.today, wanted.reason)
    note(work, plan.id, "return_integration", plan.state, reason=wanted.reason)
    return _standing(plan)


def _document(plan: Plan, wanted: ApproveIntegration, work: Work[CampaignStore]) -> Guidance:
    # A quality plan is the lead department's document, which the Front joins; any other the Committee's.
    joint = plan.purpose == QUALITY
    return Guidance(
        id=work.new_id("gui"),
        kind="integration",
        doc_number=wanted.doc_number,
        title=plan.title,
        issuer_org=plan.advised_by if joint else work.actor.body,
        unit_code=plan.unit_code,
        audience_levels=list(wanted.audience_levels),
        movement_code=plan.movement_code,
        copies=None,
        issued_on=work.today,
        effective_on=wanted.effective_on,
        replaces_id=wanted.replaces_id,
        recorded_at=work.now,
        coord_orgs=[work.actor.body if joint else plan.advised_by],
    )


def _content(activities: list[Activity]) -> IntegrationContent:
    tasks = [{"task": each.title, "content_codes": each.content_codes} for each in activities]
    return IntegrationContent.model_validate({"kind": "integration", "tasks": tasks})


def _standing(plan: Plan) -> PlanStanding:
    return PlanStanding.model_validate(
        {"plan_id": plan.id, "state": plan.state, "guidance_id": plan.guidance_id}
    )
