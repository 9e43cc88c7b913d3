"""The table of contents of the feature «guidance»."""

from campaigns.guidance.commands.acknowledge_guidance import acknowledge_guidance
from campaigns.guidance.commands.issue_guidance import issue_guidance
from campaigns.guidance.commands.withdraw_guidance import withdraw_guidance
from campaigns.guidance.domain.guidance import LIFECYCLE, Guidance
from campaigns.guidance.queries.convention_list import convention_list
from campaigns.guidance.queries.guidance_by_id import guidance_by_id
from campaigns.guidance.queries.guidance_list import guidance_list
from campaigns.guidance.queries.guidance_readers import guidance_readers
from campaigns.guidance.queries.guidance_receipts import guidance_receipts
from contracts.campaigns.guidance import GuidanceIssued, GuidanceWithdrawn
from shared.service import Feature, Subject

guidance = Feature(
    commands=[issue_guidance, acknowledge_guidance, withdraw_guidance],
    queries=[guidance_by_id, guidance_list, guidance_receipts, guidance_readers, convention_list],
    events=[GuidanceIssued, GuidanceWithdrawn],
    subjects=[Subject("gui", Guidance, LIFECYCLE)],
)
