"""Registering households for a year of a campaign."""

from campaigns.domain.campaign import Campaign, distinct
from campaigns.domain.places import inside
from campaigns.domain.registration import (
    CONTENT_DUTIES,
    AlreadyRegistered,
    Household,
    Registration,
    distinct_numbers,
)
from campaigns.enrolment import enrolled
from campaigns.guards import registers_households
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import (
    HouseholdsRegistered,
    RegisteredHousehold,
    RegisterHouseholds,
)
from contracts.campaigns.events import HouseholdRegistered
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(
    RegisterHouseholds,
    post="/registrations",
    may=registers_households,
    duties=tuple(CONTENT_DUTIES.values()),
)
def register_households(wanted: RegisterHouseholds, work: Work[CampaignStore]) -> HouseholdsRegistered:
    """Register households of a residential area for a year of a campaign: all of them, or none.

    Duties II.1a-c to II.1a-g, each by the contents ND1 to ND5 that a household chose. A household is
    named by its number in the area's own list and leaves this service only as an opaque reference.
    Raises: NotAllowed, NotFound, AlreadyRegistered, InvalidField.
    """
    campaign = work.store.campaign(wanted.campaign_id)
    _require_place(campaign, wanted, work)
    campaign.require_year(wanted.year)
    numbers = [entry.list_number for entry in wanted.households]
    distinct_numbers(numbers)
    households = enrolled(wanted.kdc_id, numbers, work)
    _require_unregistered(wanted, households, work)
    registrations = [
        _registration(campaign, wanted, index, households[number].id, work)
        for index, number in enumerate(numbers)
    ]
    work.store.add(*registrations)
    for registration in registrations:
        work.emit(_event(registration), duties=registration.duties)
    return _answer(wanted, registrations)


def _require_place(campaign: Campaign, wanted: RegisterHouseholds, work: Work[CampaignStore]) -> None:
    if not inside(wanted.kdc_id, campaign.unit_code, work.today):
        raise InvalidField(
            "kdc_id",
            "within-campaign",
            "Khu dân cư không thuộc địa bàn của cuộc vận động",
            "The area lies outside the campaign's unit",
        )


def _require_unregistered(
    wanted: RegisterHouseholds, households: dict[int, Household], work: Work[CampaignStore]
) -> None:
    taken = work.store.households.registered([each.id for each in households.values()], wanted.year)
    for number, household in households.items():
        if household.id in taken:
            raise AlreadyRegistered(list_number=number, kdc_id=wanted.kdc_id, year=wanted.year)


def _registration(
    campaign: Campaign,
    wanted: RegisterHouseholds,
    index: int,
    household_ref: str,
    work: Work[CampaignStore],
) -> Registration:
    field = f"households.{index}.content_codes"
    codes = distinct(list(wanted.households[index].content_codes), field)
    campaign.require_contents(codes, field)
    return Registration(
        id=work.new_id("reg"),
        household_ref=household_ref,
        kdc_id=wanted.kdc_id,
        campaign_id=campaign.id,
        year=wanted.year,
        content_codes=codes,
        registered_by=work.actor.body,
        registered_on=work.today,
        recorded_at=work.now,
    )


def _event(registration: Registration) -> HouseholdRegistered:
    return HouseholdRegistered.model_validate(
        {
            "household_ref": registration.household_ref,
            "campaign_id": registration.campaign_id,
            "kdc_id": registration.kdc_id,
            "content_codes": registration.content_codes,
            "year": registration.year,
            "registered_on": registration.registered_on,
        }
    )


def _answer(wanted: RegisterHouseholds, registrations: list[Registration]) -> HouseholdsRegistered:
    registered = [
        RegisteredHousehold(
            registration_id=each.id, household_ref=each.household_ref, list_number=entry.list_number
        )
        for entry, each in zip(wanted.households, registrations, strict=True)
    ]
    return HouseholdsRegistered(
        kdc_id=wanted.kdc_id, year=wanted.year, state="registered", registrations=registered
    )
