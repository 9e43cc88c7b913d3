"""Registering households for a year of a campaign."""

from campaigns.campaigns.domain.campaign import Campaign
from campaigns.campaigns.repository import Campaigns
from campaigns.common.domain.lists import distinct
from campaigns.common.domain.places import inside
from campaigns.households.domain.registration import (
    CONTENT_DUTIES,
    AlreadyRegistered,
    Household,
    Registration,
    distinct_numbers,
)
from campaigns.households.enrolment import enrolled
from campaigns.households.guards import registers_households
from campaigns.households.messages import HouseholdsRegistered, RegisteredHousehold, RegisterHouseholds
from campaigns.households.repository import Households
from contracts.campaigns.households import HouseholdRegistered
from contracts.errors import InvalidField
from contracts.reference import Place, unit_name
from shared.service import command
from shared.work import Work


@command(
    RegisterHouseholds,
    post="/registrations",
    may=registers_households,
    vi="Đăng ký cho các hộ gia đình",
    duties=tuple(CONTENT_DUTIES.values()),
    takes=["registration:register"],
)
def register_households(wanted: RegisterHouseholds, work: Work) -> HouseholdsRegistered:
    """Register households of a residential area for a year of a campaign: all of them, or none.

    Duties II.1a-c to II.1a-g, each by the contents ND1 to ND5 that a household chose. A household is
    named by its number in the area's own list and leaves this service only as an opaque reference.
    Raises: NotAllowed, NotFound, AlreadyRegistered, InvalidField.
    """
    campaign = Campaigns(work).get(wanted.campaign_id)
    _require_place(campaign, wanted, work)
    campaign.require_year(wanted.year)
    numbers = [entry.list_number for entry in wanted.households]
    distinct_numbers(numbers)
    households = enrolled(wanted.area_code, numbers, work)
    _require_unregistered(wanted, households, work)
    registrations = _registrations(campaign, wanted, [households[each].id for each in numbers], work)
    Households(work).add(*registrations)
    for registration in registrations:
        work.emit(_event(registration), duties=registration.duties)
    return _answer(wanted, registrations)


def _require_place(campaign: Campaign, wanted: RegisterHouseholds, work: Work) -> None:
    if not inside(wanted.area_code, campaign.unit_code, work.today):
        raise InvalidField(
            "area_code",
            "within-campaign",
            "Khu dân cư không thuộc địa bàn của cuộc vận động",
            "The area lies outside the campaign's unit",
        )


def _require_unregistered(wanted: RegisterHouseholds, households: dict[int, Household], work: Work) -> None:
    taken = Households(work).registered([each.id for each in households.values()], wanted.year)
    for number, household in households.items():
        if household.id in taken:
            area = unit_name(wanted.area_code, work.today)
            raise AlreadyRegistered(list_number=number, area=area, year=wanted.year)


def _registrations(
    campaign: Campaign, wanted: RegisterHouseholds, refs: list[str], work: Work
) -> list[Registration]:
    path = Place.on(wanted.area_code, work.today, "area_code").path
    return [_registration(campaign, wanted, index, ref, path, work) for index, ref in enumerate(refs)]


def _registration(
    campaign: Campaign, wanted: RegisterHouseholds, index: int, ref: str, path: str, work: Work
) -> Registration:
    field = f"households.{index}.content_codes"
    codes = distinct(wanted.households[index].content_codes, field)
    campaign.require_contents(codes, field)
    return Registration(
        id=work.new_id("reg"),
        household_ref=ref,
        area_code=wanted.area_code,
        path=path,
        campaign_id=campaign.id,
        year=wanted.year,
        content_codes=codes,
        registering_body=work.actor.body,
        registered_on=work.today,
        recorded_at=work.now,
    )


def _event(registration: Registration) -> HouseholdRegistered:
    return HouseholdRegistered(
        household_ref=registration.household_ref,
        campaign_id=registration.campaign_id,
        area_code=registration.area_code,
        content_codes=registration.content_codes,
        year=registration.year,
        registered_on=registration.registered_on,
    )


def _answer(wanted: RegisterHouseholds, registrations: list[Registration]) -> HouseholdsRegistered:
    registered = [
        RegisteredHousehold(
            registration_id=each.id, household_ref=each.household_ref, list_number=entry.list_number
        )
        for entry, each in zip(wanted.households, registrations, strict=True)
    ]
    return HouseholdsRegistered(
        area_code=wanted.area_code, year=wanted.year, state="registered", registrations=registered
    )
