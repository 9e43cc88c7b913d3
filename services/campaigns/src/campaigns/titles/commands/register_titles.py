"""Registering to strive for a cultural title."""

from campaigns.domain.campaign import distinct
from campaigns.guards import registers_households
from campaigns.history import note
from campaigns.store.store import CampaignStore
from campaigns.titles.domain.title import DUTY, Title, TitleAlreadyCovered
from contracts.campaigns.titles.commands import RegisteredTitle, RegisterTitles, TitlesRegistered
from contracts.campaigns.titles.events import TitleRegistered
from contracts.errors import InvalidField
from contracts.reference import CriteriaSet, Place
from shared.service import command
from shared.work import Work


@command(RegisterTitles, post="/titles", may=registers_households, duties=(DUTY,))
def register_titles(wanted: RegisterTitles, work: Work[CampaignStore]) -> TitlesRegistered:
    """Register households of an area, or the area itself, for a title and year: all of them, or none.

    Duty II.1a-h. A household is known by its opaque reference alone.
    Raises: NotAllowed, InvalidField, TitleAlreadyCovered, NoStandardInForce.
    """
    subjects = _subjects(wanted, work)
    criteria = work.store.criteria.in_force(wanted.title, work.today)
    for subject in sorted(work.store.titles.covered(wanted.title, subjects, wanted.year)):
        raise TitleAlreadyCovered(subject_ref=subject, title=wanted.title, year=wanted.year)
    path = Place.on(wanted.kdc_id, work.today, "kdc_id").path
    registered = [_title(wanted, subject, criteria, path, work) for subject in subjects]
    work.store.add(*registered)
    for each in registered:
        note(work, each.id, "register_titles", each.state)
        work.emit(_event(each))
    return _answer(wanted, criteria, registered)


def _subjects(wanted: RegisterTitles, work: Work[CampaignStore]) -> list[str]:
    if (wanted.title == "GDVH") != bool(wanted.household_refs):
        raise InvalidField(
            "household_refs",
            "households-for-family-title",
            "Danh hiệu gia đình phải nêu các hộ; danh hiệu khu dân cư không nêu hộ nào",
            "The family title names households; the area's title names none",
        )
    if wanted.title != "GDVH":
        return [wanted.kdc_id]
    refs = distinct(list(wanted.household_refs), "household_refs")
    known = work.store.titles.households_of(wanted.kdc_id, refs)
    for index, ref in enumerate(wanted.household_refs):
        if ref not in known:
            raise _foreign(index)
    return refs


def _foreign(index: int) -> InvalidField:
    return InvalidField(
        f"household_refs.{index}",
        "household-of-area",
        "Hộ này không có trong danh sách của khu dân cư",
        "This household is not in the area's list",
    )


def _title(
    wanted: RegisterTitles, subject_ref: str, criteria: CriteriaSet, path: str, work: Work[CampaignStore]
) -> Title:
    return Title(
        id=work.new_id("ttl"),
        title=wanted.title,
        standard_version=criteria.version,
        subject_ref=subject_ref,
        kdc_id=wanted.kdc_id,
        path=path,
        year=wanted.year,
        registered_by=work.actor.body,
        registered_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
    )


def _event(title: Title) -> TitleRegistered:
    return TitleRegistered.model_validate(
        {
            "registration_id": title.id,
            "title": title.title,
            "subject_ref": title.subject_ref,
            "kdc_id": title.kdc_id,
            "year": title.year,
        }
    )


def _answer(wanted: RegisterTitles, criteria: CriteriaSet, registered: list[Title]) -> TitlesRegistered:
    return TitlesRegistered(
        title=wanted.title,
        kdc_id=wanted.kdc_id,
        year=wanted.year,
        state="registered",
        standard_version=criteria.version,
        registrations=[
            RegisteredTitle(registration_id=each.id, subject_ref=each.subject_ref) for each in registered
        ],
    )
