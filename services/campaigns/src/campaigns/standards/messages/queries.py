"""What may be asked: units on the way to a standard."""

from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import (
    AssessedOn,
    CountedOn,
    Denominator,
    EvidenceRef,
    FactsDigest,
    Numerator,
    OpenedOn,
    SubmittedOn,
    TakenOn,
)
from campaigns.standards.domain.ntm_list import NtmListState
from campaigns.standards.domain.procedure import CandidateState, SoughtStandard
from campaigns.standards.domain.survey import SurveyState
from campaigns.standards.messages.values import (
    ActingBody,
    CompiledOn,
    CompilingBody,
    CompletingBody,
    NextDue,
    OpeningBody,
    RecognitionStanding,
    RenewsId,
    StepDetails,
    SurveyingBodies,
)
from contracts.campaigns.standards import (
    AssessingBody,
    AssessmentId,
    CandidateId,
    CommuneCodes,
    FirstTime,
    HouseholdsAsked,
    HouseholdsTotal,
    MeasuredValue,
    NtmListId,
    Passed,
    SatisfiedHouseholds,
    SurveyId,
    ValidUntil,
)
from contracts.messages import Answer, ListQuery, Message, Page, Query
from contracts.names import Named
from contracts.values import (
    CompletedOn,
    CriterionNumber,
    DecidedOn,
    DecidingBody,
    DecisionNumber,
    MeasureUnit,
    OverdueAsOf,
    RegisteredOn,
    StandardVersion,
    UnitCode,
    UnitStandard,
    Year,
)

StepName = Annotated[str, Named("Bước", "Step")]


class CandidateById(Query):
    """One unit on its way to a standard."""

    candidate_id: CandidateId


class CandidateList(ListQuery):
    """Units on their way to a standard, or recognised."""

    standard: SoughtStandard | None = None
    state: CandidateState | None = None
    overdue_as_of: OverdueAsOf | None = Field(
        default=None, description="Only registrations that the district should have answered before this day"
    )


class SurveyRecord(Answer, vi="Cuộc lấy ý kiến sự hài lòng"):
    """A survey of the residents' satisfaction."""

    survey_id: SurveyId
    opening_body: OpeningBody
    opened_on: OpenedOn
    surveying_bodies: SurveyingBodies
    state: SurveyState
    households_total: HouseholdsTotal | None
    households_asked: HouseholdsAsked | None
    satisfied: SatisfiedHouseholds | None
    completing_body: CompletingBody | None
    completed_on: CompletedOn | None


class StepOnTheWay(Message, vi="Bước đã thực hiện"):
    """A step, who took it when, and the figures and papers that it rests on."""

    step: StepName
    state: CandidateState
    on: TakenOn
    acting_body: ActingBody
    details: StepDetails


Steps = Annotated[list[StepOnTheWay], Named("Các bước đã thực hiện", "Steps")]
Surveys = Annotated[list[SurveyRecord], Named("Các cuộc lấy ý kiến sự hài lòng", "Surveys")]


class CandidateRecord(Answer, vi="Hồ sơ đăng ký đạt chuẩn"):
    """A unit on its way to a standard."""

    candidate_id: CandidateId
    standard: SoughtStandard
    version: StandardVersion = Field(description="Version of the criteria set that was last applied")
    unit_code: UnitCode
    year: Year
    registered_on: RegisteredOn
    state: CandidateState
    due: NextDue | None = Field(description="What the rule table sets for the state it stands in")
    list_id: NtmListId | None
    deciding_body: DecidingBody | None
    decision_no: DecisionNumber | None
    decided_on: DecidedOn | None
    valid_until: ValidUntil | None
    first_time: FirstTime | None
    renews_id: RenewsId | None = Field(description="The recognition that this one would renew")
    facts_digest: FactsDigest | None


class CandidateDetail(CandidateRecord, vi="Hồ sơ đăng ký đạt chuẩn và các bước đã thực hiện"):
    """A unit on its way, with its steps and surveys."""

    steps: Steps
    surveys: Surveys


class CandidatePage(Page[CandidateRecord], vi="Danh sách hồ sơ đăng ký đạt chuẩn"):
    """One page of units on their way."""


class CandidateFacts(Query):
    """The facts that were frozen with the decision on a unit."""

    candidate_id: CandidateId


class NtmListById(Query):
    """One year's list of candidate communes."""

    list_id: NtmListId


class NtmLists(ListQuery):
    """The yearly lists."""

    state: NtmListState | None = None


class NtmListRecord(Answer, vi="Danh sách xã đăng ký đạt chuẩn nông thôn mới trong năm"):
    """A year's list of candidate communes."""

    list_id: NtmListId
    year: Year
    state: NtmListState
    commune_codes: CommuneCodes
    compiling_body: CompilingBody
    compiled_on: CompiledOn
    submitted_on: SubmittedOn | None
    decision_no: DecisionNumber | None
    decided_on: DecidedOn | None


class NtmListPage(Page[NtmListRecord], vi="Các danh sách xã đăng ký đạt chuẩn nông thôn mới"):
    """One page of yearly lists."""


class AssessmentList(ListQuery):
    """Assessments by criteria."""

    standard: UnitStandard | None = None
    criterion_no: CriterionNumber | None = None
    assessing_body: AssessingBody | None = None


class AssessmentRecord(Answer, vi="Kết quả đánh giá tiêu chí"):
    """One assessment of a unit by one criterion, or by a set as a whole."""

    assessment_id: AssessmentId
    standard: UnitStandard
    version: StandardVersion
    criterion_no: CriterionNumber | None
    unit_code: UnitCode
    year: Year
    passed: Passed
    measured_value: MeasuredValue | None
    unit_of_measure: MeasureUnit | None
    evidence_ref: EvidenceRef
    assessing_body: AssessingBody
    assessed_on: AssessedOn


class AssessmentPage(Page[AssessmentRecord], vi="Danh sách kết quả đánh giá tiêu chí"):
    """One page of assessments."""


class Recognitions(ListQuery):
    """The recognitions that hold on the day of `as_of`."""

    standard: SoughtStandard | None = None


class RecognitionRecord(Answer, vi="Đơn vị được công nhận đạt chuẩn"):
    """A recognition that holds; past its term it is due for re-assessment until it lapses or is renewed."""

    candidate_id: CandidateId
    standard: SoughtStandard
    version: StandardVersion
    unit_code: UnitCode
    decision_no: DecisionNumber
    decided_on: DecidedOn
    valid_until: ValidUntil
    standing: RecognitionStanding


class RecognitionPage(Page[RecognitionRecord], vi="Các đơn vị được công nhận đạt chuẩn"):
    """One page of recognitions."""


class RecognitionShare(Query):
    """How many units of those that may hold a standard hold it on the day of `as_of`."""

    standard: SoughtStandard
    unit_code: UnitCode = Field(description="This unit and all below it")


class RecognitionShareAnswer(Answer, vi="Tỷ lệ đơn vị đạt chuẩn"):
    """A share of units on a day: those within their term, of the units that the set is for."""

    standard: SoughtStandard
    unit_code: UnitCode
    on: CountedOn
    numerator: Numerator
    denominator: Denominator
