"""What may be asked of and about households, and how it is answered."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from campaigns.common.domain.values import AssessedOn, CountedOn, ListNumber, Registered
from campaigns.households.domain.registration import RegistrationState
from contracts.messages import Answer, Command, ListQuery, Message, Page, Query
from contracts.names import Named
from contracts.values import (
    COUNT,
    AreaCode,
    CampaignId,
    ContentCode,
    ContentCodes,
    HouseholdRef,
    Households,
    MinutesRef,
    Reason,
    RegisteredOn,
    RegistrationId,
    UnitCode,
    Year,
)

BATCH = 500
KeptCodes = Annotated[list[ContentCode], Named("Các nội dung đã thực hiện", "Contents kept")]
Confirmed = Annotated[bool, Named("Được xác nhận thực hiện", "Confirmed")]
SettledOn = Annotated[date, Named("Ngày xác nhận tại Ngày hội", "Day of the festival")]
SelfAssessedCount = Annotated[int, COUNT, Named("Số hộ đã tự đánh giá", "Self-assessed")]
ConfirmedCount = Annotated[int, COUNT, Named("Số hộ được xác nhận", "Confirmed")]
NotConfirmedCount = Annotated[int, COUNT, Named("Số hộ không được xác nhận", "Not confirmed")]
ByContent = Annotated[dict[ContentCode, int], Named("Theo nội dung đăng ký", "By content")]


class HouseholdEntry(Message, vi="Hộ đăng ký"):
    """One household of an area's own list, and the contents it takes upon itself."""

    list_number: ListNumber
    content_codes: ContentCodes = Field(min_length=1)


HouseholdEntries = Annotated[list[HouseholdEntry], Named("Các hộ đăng ký", "Households")]


class RegisterHouseholds(Command):
    """Register households of a residential area for a year of a campaign."""

    area_code: AreaCode
    campaign_id: CampaignId
    year: Year = Field(ge=2017)
    households: HouseholdEntries = Field(min_length=1, max_length=BATCH)


class RegisteredHousehold(Answer, vi="Hộ đã đăng ký"):
    """The opaque reference under which a household of the area's list is known."""

    registration_id: RegistrationId
    household_ref: HouseholdRef
    list_number: ListNumber


Registrations = Annotated[list[RegisteredHousehold], Named("Các đăng ký", "Registrations")]


class HouseholdsRegistered(Answer, vi="Các hộ đã đăng ký của khu dân cư"):
    """The registrations of one area that were made at once."""

    area_code: AreaCode
    year: Year
    state: RegistrationState
    registrations: Registrations


class KeptContents(Message, vi="Tự đánh giá của hộ"):
    """Which of its registered contents a household holds that it kept."""

    list_number: ListNumber
    kept_codes: KeptCodes = Field(max_length=5, description="May be empty: nothing was kept")


AssessedHouseholds = Annotated[list[KeptContents], Named("Các hộ", "Households")]


class AssessHouseholds(Command):
    """Record how households of an area assess themselves at the end of the year, before the festival."""

    area_code: AreaCode
    year: Year = Field(ge=2017)
    households: AssessedHouseholds = Field(min_length=1, max_length=BATCH)


class Finding(Message, vi="Kết quả xác nhận của hộ"):
    """What the festival found about a household."""

    list_number: ListNumber
    confirmed: Confirmed
    reason: Reason | None = Field(default=None, description="Needed where it is not confirmed")

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.confirmed and not self.reason:
            msg = "reason: needed where a household is not confirmed"
            raise ValueError(msg)
        return self


HouseholdFindings = Annotated[list[Finding], Named("Các hộ", "Households")]


class ConfirmHouseholds(Command):
    """Record what the area's festival confirmed, by its minutes."""

    area_code: AreaCode
    year: Year = Field(ge=2017)
    minutes_ref: MinutesRef
    households: HouseholdFindings = Field(min_length=1, max_length=BATCH)


class PledgesStanding(Answer, vi="Tình trạng đăng ký của các hộ"):
    """How many registrations of an area took the step."""

    area_code: AreaCode
    year: Year
    self_assessed: SelfAssessedCount = Field(description="Assessed by this act")
    confirmed: ConfirmedCount = Field(description="Confirmed by this act")
    not_confirmed: NotConfirmedCount = Field(description="Not confirmed by this act")


class RegistrationCounts(ListQuery):
    """How many households registered, by area, year and content; never which."""


class AreaCount(Answer, vi="Số hộ đăng ký của khu dân cư"):
    """Households of one residential area that registered for one year."""

    area_code: AreaCode
    year: Year
    households: Households
    by_content: ByContent = Field(description="Households that registered each content")


class AreaCountPage(Page[AreaCount], vi="Số hộ đăng ký theo khu dân cư"):
    """One page of counts; it holds whole areas."""


class PledgeList(ListQuery):
    """What the households of one area registered for a year, and how it ended."""

    area_code: AreaCode
    year: Year = Field(ge=2017)
    state: RegistrationState | None = None


class PledgeRecord(Answer, vi="Đăng ký của hộ gia đình"):
    """What one household took upon itself for a year."""

    registration_id: RegistrationId
    household_ref: HouseholdRef
    area_code: AreaCode
    year: Year
    content_codes: ContentCodes
    state: RegistrationState
    registered_on: RegisteredOn
    kept_codes: KeptCodes | None = Field(description="What it holds that it kept")
    assessed_on: AssessedOn | None
    settled_on: SettledOn | None = Field(description="Day of the festival that settled it")
    minutes_ref: MinutesRef | None
    reason: Reason | None = Field(description="Why it was not confirmed")


class PledgePage(Page[PledgeRecord], vi="Đăng ký của các hộ trong khu dân cư"):
    """One page of registrations."""


class PledgeCounts(Query):
    """How many registrations of a unit and all below it stood where, as of a day."""

    unit_code: UnitCode
    year: Year = Field(ge=2017)


class PledgeCountsAnswer(Answer, vi="Số hộ theo kết quả thực hiện đăng ký"):
    """Households by the step that they had reached on the day; each counts at its last step alone."""

    unit_code: UnitCode
    year: Year
    on: CountedOn
    registered: Registered
    self_assessed: SelfAssessedCount
    confirmed: ConfirmedCount
    not_confirmed: NotConfirmedCount
