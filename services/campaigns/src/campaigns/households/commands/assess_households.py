"""What households say of themselves at the end of the year."""

from campaigns.common.domain.festival import require_before_festival
from campaigns.households.domain.pledges import require_of_registration, require_registered
from campaigns.households.domain.registration import distinct_numbers
from campaigns.households.guards import of_its_area, registers_households
from campaigns.households.messages import AssessHouseholds, PledgesStanding
from campaigns.households.repository import Households
from shared.service import command
from shared.work import Work


@command(
    AssessHouseholds,
    post="/registrations/self-assess",
    may=registers_households,
    vi="Ghi nhận các hộ tự đánh giá",
    takes=["registration:self_assess"],
    checks=of_its_area,
)
def assess_households(wanted: AssessHouseholds, work: Work) -> PledgesStanding:
    """Record which of their contents households of an area hold that they kept: all of them, or none.

    On a day of the year itself, not after the festival day (rule report.festival.day).
    Raises: NotAllowed, NotFound (no registration), WrongStep, DayBeforeLastStep, InvalidField.
    """
    require_before_festival(wanted.year, work.today)
    numbers = [each.list_number for each in wanted.households]
    distinct_numbers(numbers)
    found = Households(work).registrations(wanted.area_code, wanted.year, numbers)
    require_registered(found, numbers)
    for index, each in enumerate(wanted.households):
        registration = found[each.list_number]
        field = f"households.{index}.kept_codes"
        require_of_registration(each.kept_codes, registration.content_codes, field)
        registration.assess(sorted(set(each.kept_codes)), work.today)
    return PledgesStanding(
        area_code=wanted.area_code, year=wanted.year, self_assessed=len(numbers), confirmed=0, not_confirmed=0
    )
