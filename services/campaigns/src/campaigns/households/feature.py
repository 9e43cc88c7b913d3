"""The table of contents of the feature «households»."""

from campaigns.households.commands.assess_households import assess_households
from campaigns.households.commands.confirm_households import confirm_households
from campaigns.households.commands.register_households import register_households
from campaigns.households.domain.registration import LIFECYCLE, Registration
from campaigns.households.queries.pledge_counts import pledge_counts
from campaigns.households.queries.pledge_list import pledge_list
from campaigns.households.queries.registration_counts import registration_counts
from contracts.campaigns.households import HouseholdRegistered
from shared.service import Feature, Subject

households = Feature(
    commands=[register_households, assess_households, confirm_households],
    queries=[registration_counts, pledge_list, pledge_counts],
    events=[HouseholdRegistered],
    subjects=[Subject("reg", Registration, LIFECYCLE, personal=True)],
)
