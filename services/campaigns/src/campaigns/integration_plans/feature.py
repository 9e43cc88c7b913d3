"""The table of contents of the feature «integration_plans»."""

from campaigns.integration_plans.commands.advise_integration import advise_integration
from campaigns.integration_plans.commands.approve_integration import approve_integration
from campaigns.integration_plans.commands.return_integration import return_integration
from campaigns.integration_plans.commands.revise_integration import revise_integration
from campaigns.integration_plans.domain.plan import LIFECYCLE, Plan
from campaigns.integration_plans.queries.integration_activities import integration_activities
from campaigns.integration_plans.queries.integration_plan_by_id import integration_plan_by_id
from campaigns.integration_plans.queries.integration_plan_list import integration_plan_list
from shared.service import Feature, Subject

integration_plans = Feature(
    commands=[advise_integration, revise_integration, approve_integration, return_integration],
    queries=[integration_plan_by_id, integration_plan_list, integration_activities],
    subjects=[Subject("ipl", Plan, LIFECYCLE)],
)
