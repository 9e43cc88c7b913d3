"""The table of contents of the feature «outreach»."""

from campaigns.outreach.commands.cancel_outreach import cancel_outreach
from campaigns.outreach.commands.hold_outreach import hold_outreach
from campaigns.outreach.commands.join_outreach import join_outreach
from campaigns.outreach.commands.plan_outreach import plan_outreach
from campaigns.outreach.commands.plan_training import plan_training
from campaigns.outreach.domain.outreach import LIFECYCLE, Outreach
from campaigns.outreach.queries.outreach_by_id import outreach_by_id
from campaigns.outreach.queries.outreach_counts import outreach_counts
from campaigns.outreach.queries.outreach_list import outreach_list
from campaigns.outreach.queries.training_plan_by_id import training_plan_by_id
from contracts.campaigns.outreach import OutreachHeld
from shared.service import Feature, Subject

outreach = Feature(
    commands=[plan_outreach, plan_training, join_outreach, hold_outreach, cancel_outreach],
    queries=[outreach_by_id, outreach_list, outreach_counts, training_plan_by_id],
    events=[OutreachHeld],
    subjects=[Subject("out", Outreach, LIFECYCLE)],
)
