"""The table of contents of the campaigns service."""

import campaigns.assignments.contents as assignments
import campaigns.criteria.contents as criteria
import campaigns.documents.contents as documents
import campaigns.exemplars.contents as exemplars
import campaigns.integration.contents as integration
import campaigns.media.contents as media
import campaigns.models.contents as models
import campaigns.outreach.contents as outreach
import campaigns.pledges.contents as pledges
import campaigns.poverty.contents as poverty
import campaigns.register.contents as register
import campaigns.standards.contents as standards
import campaigns.titles.contents as titles
from campaigns.commands.acknowledge_guidance import acknowledge_guidance
from campaigns.commands.agree_responsibility import agree_responsibility
from campaigns.commands.conclude_consultation import conclude_consultation
from campaigns.commands.decline_responsibility import decline_responsibility
from campaigns.commands.hold_consultation import hold_consultation
from campaigns.commands.issue_guidance import issue_guidance
from campaigns.commands.launch_campaign import launch_campaign
from campaigns.commands.propose_responsibility import propose_responsibility
from campaigns.commands.register_households import register_households
from campaigns.queries.assignments import assignment_by_id, assignment_list
from campaigns.queries.campaigns import campaign_by_id, campaign_list
from campaigns.queries.consultations import consultation_by_id, consultation_list
from campaigns.queries.guidance import guidance_by_id, guidance_list, guidance_receipts
from campaigns.queries.history import history_of
from campaigns.queries.registrations import registration_counts
from campaigns.reactions.link_drive import link_drive
from campaigns.store.columns import metadata
from campaigns.store.store import CampaignStore
from contracts.campaigns.events import (
    CampaignLaunched,
    ConsultationConcluded,
    GuidanceIssued,
    HouseholdRegistered,
    ResponsibilityAssigned,
)
from shared.service import Service

service = Service(
    name="campaigns",
    function="front-standing",
    title_vi="Cuộc vận động và phong trào",
    title_en="Campaigns and movements",
    store=CampaignStore,
    tables=metadata,
    migrations="campaigns.store:migrations",
    commands=[
        launch_campaign,
        hold_consultation,
        conclude_consultation,
        propose_responsibility,
        agree_responsibility,
        decline_responsibility,
        issue_guidance,
        acknowledge_guidance,
        register_households,
        *assignments.COMMANDS,
        *documents.COMMANDS,
        *integration.COMMANDS,
        *titles.COMMANDS,
        *models.COMMANDS,
        *exemplars.COMMANDS,
        *outreach.COMMANDS,
        *poverty.COMMANDS,
        *criteria.COMMANDS,
        *pledges.COMMANDS,
        *register.COMMANDS,
        *standards.COMMANDS,
        *media.COMMANDS,
    ],
    queries=[
        campaign_by_id,
        campaign_list,
        consultation_by_id,
        consultation_list,
        assignment_by_id,
        assignment_list,
        guidance_by_id,
        guidance_list,
        guidance_receipts,
        registration_counts,
        history_of,
        *assignments.QUERIES,
        *documents.QUERIES,
        *integration.QUERIES,
        *titles.QUERIES,
        *models.QUERIES,
        *exemplars.QUERIES,
        *outreach.QUERIES,
        *poverty.QUERIES,
        *criteria.QUERIES,
        *pledges.QUERIES,
        *register.QUERIES,
        *standards.QUERIES,
        *media.QUERIES,
    ],
    reactions=[link_drive, *criteria.REACTIONS],
    events=[
        CampaignLaunched,
        ConsultationConcluded,
        ResponsibilityAssigned,
        GuidanceIssued,
        HouseholdRegistered,
        *assignments.EVENTS,
        *documents.EVENTS,
        *titles.EVENTS,
        *models.EVENTS,
        *exemplars.EVENTS,
        *outreach.EVENTS,
        *poverty.EVENTS,
        *criteria.EVENTS,
        *pledges.EVENTS,
        *register.EVENTS,
        *standards.EVENTS,
        *media.EVENTS,
    ],
)
