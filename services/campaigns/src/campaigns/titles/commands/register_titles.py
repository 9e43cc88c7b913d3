"""Registering to strive for a cultural title."""

from campaigns.common.domain.lists import distinct
from campaigns.criteria.repository import CriteriaSets
from campaigns.households.guards import registers_households
from campaigns.households.repository import Households
from campaigns.titles.domain.title import DUTY, Title, TitleAlreadyCovered
from campaigns.titles.messages.commands import RegisteredTitle, RegisterTitles, TitlesRegistered
from campaigns.titles.repository import Titles
from contracts.campaigns.titles import TitleRegistered
from contracts.errors import InvalidField
from contracts.names import Name, code_name
from contracts.reference import Place, unit_name
from contracts.values import TitleCode
from shared.service import command
from shared.work import Work

HOUSEHOLD = Name("Hộ này", "This household")  # a household is a reference that names nobody


@command(
    RegisterTitles,
    post="/titles",
    may=registers_households,
    vi="Đăng ký danh hiệu văn hóa",
    duties=(DUTY,),
    takes=["title:register"],
)
def register_titles(wanted: RegisterTitles, work: Work) -> TitlesRegistered:
    """Register households of an area, or the area itself, for a title and year: all of them, or none.

    Duty II.1a-h. A household is known by its opaque reference alone.
    Raises: NotAllowed, InvalidField, TitleAlreadyCovered, NoStandardInForce.
    """
    subjects = _subjects(wanted, work)
    version = CriteriaSets(work).in_force(wanted.title, work.today).version
    titles = Titles(work)
    if titles.covered(wanted.title, subjects, wanted.year):
        raise TitleAlreadyCovered(
            subject=HOUSEHOLD if wanted.household_refs else unit_name(wanted.area_code, work.today),
            title=code_name(TitleCode, wanted.title),
            year=wanted.year,
        )
    path = Place.on(wanted.area_code, work.today, "area_code").path
    registered = [_title(wanted, subject, version, path, work) for subject in subjects]
    titles.add(*registered)
    for each in registered:
        work.emit(_event(each))
    return _answer(wanted, version, registered)


def _subjects(wanted: RegisterTitles, work: Work) -> list[str]:
    if (wanted.title == "GDVH") != bool(wanted.household_refs):
        raise InvalidField(
            "household_refs",
            "households-for-family-title",
            "Danh hiệu gia đình phải nêu các hộ; danh hiệu khu dân cư không nêu hộ nào",
            "The family title names households; the area's title names none",
        )
    if wanted.title != "GDVH":
        return [wanted.area_code]
    refs = distinct(wanted.household_refs, "household_refs")
    known = Households(work).of_area(wanted.area_code, refs)
    for index, ref in enumerate(refs):
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


def _title(wanted: RegisterTitles, subject_ref: str, version: str, path: str, work: Work) -> Title:
    return Title(
        id=work.new_id("ttl"),
        title=wanted.title,
        standard_version=version,
        subject_ref=subject_ref,
        area_code=wanted.area_code,
        path=path,
        year=wanted.year,
        registering_body=work.actor.body,
        registered_on=work.today,
        recorded_at=work.now,
    )


def _event(title: Title) -> TitleRegistered:
    return TitleRegistered(
        registration_id=title.id,
        title=title.title,
        subject_ref=title.subject_ref,
        area_code=title.area_code,
        year=title.year,
    )


def _answer(wanted: RegisterTitles, version: str, registered: list[Title]) -> TitlesRegistered:
    return TitlesRegistered(
        title=wanted.title,
        area_code=wanted.area_code,
        year=wanted.year,
        state="registered",
        standard_version=version,
        registrations=[
            RegisteredTitle(registration_id=each.id, subject_ref=each.subject_ref) for each in registered
        ],
    )
