"""Making the activities of a plan, as it is drawn up and as it is revised."""

from collections.abc import Sequence

from campaigns.integration_plans.domain.activity import Activity, PlannedActivity
from campaigns.integration_plans.domain.plan import Plan
from contracts.reference import Place
from shared.work import Work


def activities_of(plan: Plan, planned: Sequence[PlannedActivity], work: Work) -> list[Activity]:
    """Make the activities of a plan as they were told. Raises InvalidField."""
    return [_activity(plan, each, f"activities.{index}", work) for index, each in enumerate(planned)]


def _activity(plan: Plan, planned: PlannedActivity, field: str, work: Work) -> Activity:
    return Activity(
        id=work.new_id("iac"),
        plan_id=plan.id,
        title=planned.title,
        content_codes=list(planned.content_codes),
        unit_code=planned.unit_code,
        path=Place.on(planned.unit_code, work.today, f"{field}.unit_code").path,
        lead_body=planned.lead_body,
        coordinating_bodies=list(planned.coordinating_bodies),
        start_on=planned.start_on,
        end_on=planned.end_on,
    )
