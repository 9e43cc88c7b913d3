"""The table of contents of the campaigns service: its features, each of which may use those before it."""

from campaigns.assignments.feature import assignments
from campaigns.campaigns.feature import campaigns
from campaigns.common.tables import metadata
from campaigns.consultations.feature import consultations
from campaigns.criteria.feature import criteria
from campaigns.exemplars.feature import exemplars
from campaigns.guidance.feature import guidance
from campaigns.household_imports.feature import household_imports
from campaigns.households.feature import households
from campaigns.integration_plans.feature import integration_plans
from campaigns.media.feature import media
from campaigns.outreach.feature import outreach
from campaigns.pilot_models.feature import pilot_models
from campaigns.poverty.feature import poverty
from campaigns.standards.feature import standards
from campaigns.titles.feature import titles
from shared.service import Service

service = Service(
    name="campaigns",
    function="front-standing",
    title_vi="Cuộc vận động và phong trào",
    title_en="Campaigns and movements",
    features=[
        campaigns,
        criteria,
        households,
        household_imports,
        consultations,
        assignments,
        guidance,
        integration_plans,
        outreach,
        pilot_models,
        exemplars,
        media,
        titles,
        poverty,
        standards,
    ],
    tables=metadata,
    migrations="campaigns:migrations",
)
