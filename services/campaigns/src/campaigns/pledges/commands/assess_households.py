"""What households say of themselves at the end of the year."""

from campaigns.domain.festival import require_before_festival
from campaigns.domain.registration import distinct_numbers
from campaigns.history import note
from campaigns.pledges.domain.pledges import require_of_registration, require_registered
from campaigns.pledges.guards import keeps_pledges
from campaigns.store.store import CampaignStore
from contracts.campaigns.pledges.commands import AssessHouseholds, PledgesStanding
from shared.service import command
from shared.work import Work


@command(AssessHouseholds, post="/registrations/self-assess", may=keeps_pledges)
def assess_households(wanted: AssessHouseholds, work: Work[CampaignStore]) -> PledgesStanding:
    """Record which of their contents households of an area hold that they kept: all of them, or none.

    On a day of the year itself, not after the festival day (rule report.festival.day).
    Raises: NotAllowed, NotFound (no registration), WrongStep, InvalidField.
    """
    require_before_festival(wanted.year, work.today)
    numbers = [each.list_number for each in wanted.households]
    distinct_numbers(numbers)
    found = work.store.pledges.of_numbers(wanted.kdc_id, wanted.year, numbers)
    require_registered(found, numbers, wanted.kdc_id)
    for index, each in enumerate(wanted.households):
        registration = found[each.list_number]
        field = f"households.{index}.kept_codes"
        require_of_registration(each.kept_codes, registration.content_codes, field)
        registration.assess(sorted(set(each.kept_codes)), work.today)
        note(work, registration.id, "assess_households", registration.state)
    return PledgesStanding(
        kdc_id=wanted.kdc_id, year=wanted.year, self_assessed=len(numbers), confirmed=0, not_confirmed=0
    )
