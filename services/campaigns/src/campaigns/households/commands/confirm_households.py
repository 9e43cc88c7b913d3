"""What the area's festival confirms."""

from campaigns.common.domain.festival import require_festival
from campaigns.households.domain.pledges import require_registered
from campaigns.households.domain.registration import distinct_numbers
from campaigns.households.guards import of_its_area, registers_households
from campaigns.households.messages import ConfirmHouseholds, PledgesStanding
from campaigns.households.repository import Households
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(
    ConfirmHouseholds,
    post="/registrations/confirm",
    may=registers_households,
    vi="Xác nhận các hộ tại Ngày hội",
    takes=["registration:confirm", "registration:not_confirm"],
    checks=of_its_area,
)
def confirm_households(wanted: ConfirmHouseholds, work: Work) -> PledgesStanding:
    """Record which households the area's festival confirmed, by its minutes: all of them, or none.

    On a day of the festival (rule report.festival.window) of the year itself. Only what a household
    assessed before can be confirmed, or not confirmed with a reason.
    Raises: NotAllowed, NotFound (no registration), WrongStep, DayBeforeLastStep,
    InvalidField.
    """
    _require_day(wanted.year, work)
    numbers = [each.list_number for each in wanted.households]
    distinct_numbers(numbers)
    found = Households(work).registrations(wanted.area_code, wanted.year, numbers)
    require_registered(found, numbers)
    for each in wanted.households:
        registration = found[each.list_number]
        registration.settle(wanted.minutes_ref, each.reason, work.today, confirmed=each.confirmed)
    confirmed = sum(each.confirmed for each in wanted.households)
    return PledgesStanding(
        area_code=wanted.area_code,
        year=wanted.year,
        self_assessed=0,
        confirmed=confirmed,
        not_confirmed=len(numbers) - confirmed,
    )


def _require_day(year: int, work: Work) -> None:
    require_festival(work.today)
    if work.today.year != year:
        raise InvalidField(
            "year",
            "same-year",
            f"Ngày hội phải trong năm {year}",
            f"The festival must be that of {year}",
        )
