"""What the campaigns service tells the others about cultural titles of households and residential areas."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    COUNT,
    AreaCode,
    Attended,
    DecidedOn,
    DecisionNumber,
    RegistrationId,
    SubjectRef,
    TitleCode,
    Year,
    YesVotes,
)

LastYear = Annotated[int, Named("Năm cuối của danh hiệu", "Last year of the title")]
Invited = Annotated[int, COUNT, Named("Số người được mời", "Persons invited")]
ConsecutiveYears = Annotated[int, COUNT, Named("Số năm liên tục", "Consecutive years")]
RevokedOn = Annotated[date, Named("Ngày thu hồi", "Revoked on")]


class TitleRegistered(
    Event, service="campaigns", subject="registration_id", unit="area_code", vi="Đã đăng ký danh hiệu văn hóa"
):
    """A household or an area registered to strive for a cultural title in a year."""

    registration_id: RegistrationId
    title: TitleCode
    subject_ref: SubjectRef = Field(description="Opaque household reference, or the area's code")
    area_code: AreaCode
    year: Year


class TitleRecognised(
    Event,
    service="campaigns",
    subject="registration_id",
    unit="area_code",
    vi="Đã công nhận danh hiệu văn hóa",
):
    """The People's Committee recognised a cultural title on the residents' vote."""

    registration_id: RegistrationId
    title: TitleCode
    subject_ref: SubjectRef = Field(description="Opaque household reference, or the area's code")
    area_code: AreaCode
    year: Year
    last_year: LastYear = Field(description="Last year that the title covers")
    yes_votes: YesVotes
    voters: Attended = Field(description="Persons who attended the meeting")
    invited: Invited = Field(description="Persons called to the meeting")
    decision_no: DecisionNumber
    decided_on: DecidedOn
    consecutive_years: ConsecutiveYears = Field(description="Years in a row up to this one")


class TitleRevoked(
    Event, service="campaigns", subject="registration_id", unit="area_code", vi="Đã thu hồi danh hiệu văn hóa"
):
    """A recognised cultural title was taken back."""

    registration_id: RegistrationId
    title: TitleCode
    subject_ref: SubjectRef = Field(description="Opaque household reference, or the area's code")
    area_code: AreaCode
    year: Year
    decision_no: DecisionNumber
    revoked_on: RevokedOn
