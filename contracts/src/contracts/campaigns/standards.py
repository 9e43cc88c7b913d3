"""What the campaigns service tells the others about units on the way to a standard."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    ID,
    CompletedOn,
    CriterionNumber,
    DecidedOn,
    DecisionNumber,
    MeasureUnit,
    StandardVersion,
    UnitCode,
    UnitStandard,
    Year,
)

CandidateId = Annotated[str, ID, Named("Mã hồ sơ đăng ký đạt chuẩn", "Candidate id")]
NtmListId = Annotated[str, ID, Named("Mã danh sách xã đăng ký", "List id")]
SurveyId = Annotated[str, ID, Named("Mã cuộc lấy ý kiến sự hài lòng", "Survey id")]
AssessmentId = Annotated[str, ID, Named("Mã lượt đánh giá", "Assessment id")]
AssessingBody = Annotated[str, BODY, Named("Cơ quan đánh giá", "Assessing body")]
CommuneCodes = Annotated[list[UnitCode], Named("Danh sách xã", "Communes")]
Passed = Annotated[bool, Named("Đạt tiêu chí", "Passed")]
MeasuredValue = Annotated[
    str,
    Field(
        pattern=r"^-?[0-9]{1,14}(\.[0-9]{1,4})?$",
        description="Measured value, an exact decimal number in `unit_of_measure`",
        examples=["36.5"],
    ),
    Named("Giá trị đo được", "Measured value"),
]
HouseholdsTotal = Annotated[int, COUNT, Named("Tổng số hộ", "Households in all")]
HouseholdsAsked = Annotated[int, COUNT, Named("Số hộ được lấy ý kiến", "Households asked")]
SatisfiedHouseholds = Annotated[int, COUNT, Named("Số hộ hài lòng", "Satisfied")]
ValidUntil = Annotated[date, Named("Thời hạn công nhận đến ngày", "Valid until")]
FirstTime = Annotated[bool, Named("Công nhận lần đầu", "Recognised for the first time")]


class NtmRegistrationListApproved(
    Event,
    service="campaigns",
    subject="list_id",
    unit="unit_code",
    vi="Đã phê duyệt danh sách xã đăng ký đạt chuẩn nông thôn mới",
):
    """The province approved the year's list of communes registered to reach the standard."""

    list_id: NtmListId
    year: Year
    commune_codes: CommuneCodes
    decision_no: DecisionNumber
    decided_on: DecidedOn
    unit_code: UnitCode = Field(description="The province")


class CriterionAssessed(
    Event, service="campaigns", subject="unit_code", unit="unit_code", vi="Đã đánh giá tiêu chí"
):
    """A body assessed a unit by a criterion; a later assessment by the same body replaces it."""

    assessment_id: AssessmentId
    standard: UnitStandard
    standard_version: StandardVersion
    criterion_no: CriterionNumber | None = Field(description="Absent where the set was assessed as a whole")
    unit_code: UnitCode
    year: Year
    passed: Passed
    measured_value: MeasuredValue | None
    unit_of_measure: MeasureUnit | None
    assessing_body: AssessingBody


class SatisfactionSurveyCompleted(
    Event,
    service="campaigns",
    subject="candidate_id",
    unit="unit_code",
    vi="Đã hoàn thành lấy ý kiến sự hài lòng của người dân",
):
    """The Front completed its survey of the residents' satisfaction in a unit."""

    survey_id: SurveyId
    candidate_id: CandidateId
    standard: UnitStandard
    unit_code: UnitCode
    households_total: HouseholdsTotal
    households_asked: HouseholdsAsked
    satisfied: SatisfiedHouseholds
    completed_on: CompletedOn


class UnitRecognised(
    Event, service="campaigns", subject="candidate_id", unit="unit_code", vi="Đã công nhận đạt chuẩn"
):
    """A unit was recognised to have reached a standard."""

    candidate_id: CandidateId
    standard: UnitStandard
    standard_version: StandardVersion
    unit_code: UnitCode
    decision_no: DecisionNumber
    decided_on: DecidedOn
    valid_until: ValidUntil = Field(description="Day from which it is due for re-assessment")
    first_time: FirstTime
