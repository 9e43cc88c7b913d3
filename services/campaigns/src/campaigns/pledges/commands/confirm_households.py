"""What the area's festival confirms."""

from campaigns.domain.festival import require_festival
from campaigns.domain.registration import distinct_numbers
from campaigns.history import note
from campaigns.pledges.domain.pledges import require_registered
from campaigns.pledges.guards import keeps_pledges
from campaigns.store.store import CampaignStore
from contracts.campaigns.pledges.commands import ConfirmHouseholds, PledgesStanding
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(ConfirmHouseholds, post="/registrations/confirm", may=keeps_pledges)
def confirm_households(wanted: ConfirmHouseholds, work: Work[CampaignStore]) -> PledgesStanding:
    """Record which households the area's festival confirmed, by its minutes: all of them, or none.

    On a day of the festival (rule report.festival.window) of the year itself. Only what a household
    assessed before can be confirmed, or not confirmed with a reason.
    Raises: NotAllowed, NotFound (no registration), WrongStep, InvalidField.
    """
    _require_day(wanted.year, work)
    numbers = [each.list_number for each in wanted.households]
    distinct_numbers(numbers)
    found = work.store.pledges.of_numbers(wanted.kdc_id, wanted.year, numbers)
    require_registered(found, numbers, wanted.kdc_id)
    for each in wanted.households:
        registration = found[each.list_number]
        registration.settle(wanted.minutes_ref, each.reason, work.today, confirmed=each.confirmed)
        note(work, registration.id, "confirm_households", registration.state)
    confirmed = sum(each.confirmed for each in wanted.households)
    return PledgesStanding(
        kdc_id=wanted.kdc_id,
        year=wanted.year,
        self_assessed=0,
        confirmed=confirmed,
        not_confirmed=len(numbers) - confirmed,
    )


def _require_day(year: int, work: Work[CampaignStore]) -> None:
    require_festival(work.today)
    if work.today.year != year:
        raise InvalidField(
            "year",
            "same-year",
            f"Ngày hội phải trong năm {year}",
            f"The festival must be that of {year}",
        )
