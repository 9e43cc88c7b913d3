"""What may be asked of the feature «exemplars»: commands, queries, and their answers."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import CountedOn, EvidenceRef, FactsDigest
from campaigns.exemplars.domain.exemplar import CommendationLevel, ExemplarState
from contracts.campaigns.exemplars import AwardedOn, CommendationForm, ExemplarKind, Occasion
from contracts.messages import Answer, Command, Message, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    ID,
    LINE,
    NUMBER,
    PROSE,
    AreaCode,
    BodyName,
    CommendationVersion,
    ContentCode,
    CriterionNumber,
    DecidedOn,
    DecidingBody,
    DecisionNumber,
    EffectiveDay,
    ExemplarId,
    GuidanceId,
    IssuingBody,
    MinutesRef,
    Reason,
    SubjectRef,
    UnitCode,
    Year,
)

TextVi = Annotated[str, PROSE, Named("Nội dung", "Text in Vietnamese")]

CriteriaId = Annotated[str, ID, Named("Mã bộ tiêu chí khen thưởng", "Criteria id")]
NominatingBody = Annotated[str, BODY, Named("Cơ quan giới thiệu", "Nominating body")]
CoNominatingBody = Annotated[str, BODY, Named("Cơ quan cùng giới thiệu", "Co-nominating body")]
CoNominatingBodies = Annotated[
    list[BodyName], Named("Cơ quan, tổ chức cùng giới thiệu", "Co-nominating bodies")
]
ReviewingBody = Annotated[str, BODY, Named("Cơ quan bình xét", "Reviewing body")]
SubjectName = Annotated[str, LINE, Named("Họ và tên, tên gọi của điển hình", "Name of the exemplar")]
Achievement = Annotated[str, PROSE, Named("Thành tích", "Achievement")]
OccasionRef = Annotated[str, NUMBER, Named("Số biên bản của dịp biểu dương", "Minutes of the occasion")]
Exemplars = Annotated[int, COUNT, Named("Số gương điển hình", "Exemplars")]
NominatedOn = Annotated[date, Named("Ngày giới thiệu", "Nominated on")]
ConfirmedOn = Annotated[date, Named("Ngày xác nhận", "Confirmed on")]
ReviewedOn = Annotated[date, Named("Ngày bình xét", "Reviewed on")]
RejectedOn = Annotated[date, Named("Ngày không công nhận", "Rejected on")]


class CommendationCriterion(Message, vi="Tiêu chí khen thưởng"):
    """One criterion that an exemplar must meet."""

    no: CriterionNumber
    content_code: ContentCode | None = Field(default=None, description="Empty: it holds for every content")
    text_vi: TextVi


CommendationCriterionList = Annotated[
    list[CommendationCriterion], Named("Các tiêu chí khen thưởng", "Criteria")
]


class SetCommendationCriteria(Command):
    """Set down the criteria that a guiding document of the kind `criteria` issues, as a dated version."""

    guidance_id: GuidanceId
    criteria: CommendationCriterionList = Field(min_length=1, max_length=100)


class CriterionEvidence(Message, vi="Minh chứng của tiêu chí"):
    """Where the proof lies that one criterion is met."""

    criterion_no: CriterionNumber
    evidence_ref: EvidenceRef


CriteriaMet = Annotated[list[CriterionEvidence], Named("Các tiêu chí đạt, kèm minh chứng", "Criteria met")]


class NominateExemplar(Command):
    """Nominate a person, household, group or collective of an area for commendation."""

    area_code: AreaCode
    subject_kind: ExemplarKind
    name: SubjectName | None = Field(
        default=None,
        description="Name of a new person, group or collective; private, it never leaves in an event",
    )
    subject_ref: SubjectRef | None = Field(
        default=None, description="Household reference, or the reference of a known subject"
    )
    content_code: ContentCode
    achievement: Achievement
    criteria_met: CriteriaMet = Field(min_length=1, max_length=100)
    co_nominating_bodies: CoNominatingBodies = Field(
        min_length=1, max_length=20, description="The area's head, and chapters of organisations there"
    )


class SecondExemplar(Command):
    """Confirm, as a named co-nominator, that the acting body nominates too."""

    exemplar_id: ExemplarId


class ReviewExemplar(Command):
    """Record the review of a nomination by its criteria version, and propose who commends."""

    exemplar_id: ExemplarId
    level: CommendationLevel = Field(description="Level whose Front is to commend")
    minutes_ref: MinutesRef


class DecideExemplar(Command):
    """Decide a commendation; the facts behind it are frozen with it."""

    exemplar_id: ExemplarId
    decision_no: DecisionNumber
    form: CommendationForm


class AwardExemplar(Command):
    """Record that a decided commendation was handed over, and where."""

    exemplar_id: ExemplarId
    occasion: Occasion
    occasion_ref: OccasionRef | None = Field(
        default=None, description="Minutes of the festival or conference"
    )


class RejectExemplar(Command):
    """Reject a nomination, with a reason."""

    exemplar_id: ExemplarId
    reason: Reason


class CriteriaStanding(Answer, vi="Tiêu chí khen thưởng đã ban hành"):
    """A version of the commendation criteria."""

    criteria_id: CriteriaId
    version: CommendationVersion
    effective_on: EffectiveDay


class ExemplarStanding(Answer, vi="Tình trạng gương điển hình"):
    """Where a nomination now stands."""

    exemplar_id: ExemplarId
    subject_ref: SubjectRef
    state: ExemplarState
    criteria_version: CommendationVersion


class CommendationDecision(Answer, vi="Quyết định khen thưởng"):
    """The decision on a commendation."""

    exemplar_id: ExemplarId
    state: ExemplarState
    decided_on: DecidedOn
    facts_digest: FactsDigest


class CommendationCriteria(Query):
    """The commendation criteria in force on a day."""


class CommendationCriteriaList(TextListQuery):
    """The versions of the commendation criteria, by issuer's place, day of effect and words."""


class CriteriaRecord(Answer, vi="Tiêu chí khen thưởng"):
    """One version of the commendation criteria."""

    criteria_id: CriteriaId
    version: CommendationVersion
    guidance_id: GuidanceId
    issuing_body: IssuingBody
    effective_on: EffectiveDay
    criteria: CommendationCriterionList


class CriteriaPage(Page[CriteriaRecord], vi="Các phiên bản tiêu chí khen thưởng"):
    """One page of versions."""


class ExemplarById(Query):
    """One nomination; never who it is."""

    exemplar_id: ExemplarId


class ExemplarList(TextListQuery):
    """Nominations by place, day of nomination, state, content, subject and words."""

    state: ExemplarState | None = None
    content_code: ContentCode | None = None
    subject_kind: ExemplarKind | None = None
    subject_ref: SubjectRef | None = None


class CoNominator(Message, vi="Cơ quan cùng giới thiệu"):
    """A body named as co-nominator, and when it confirmed."""

    nominating_body: CoNominatingBody
    confirmed_on: ConfirmedOn | None


class ExemplarRecord(Answer, vi="Gương điển hình"):
    """A nomination, from its beginning to the award; never who it is."""

    exemplar_id: ExemplarId
    subject_kind: ExemplarKind
    subject_ref: SubjectRef
    area_code: AreaCode
    year: Year
    content_code: ContentCode
    achievement: Achievement
    criteria_id: CriteriaId
    criteria_version: CommendationVersion
    criteria_met: CriteriaMet
    nominating_body: NominatingBody
    nominated_on: NominatedOn
    co_nominators: Annotated[list[CoNominator], Named("Cơ quan, tổ chức cùng giới thiệu", "Co-nominators")]
    level: CommendationLevel | None
    minutes_ref: MinutesRef | None
    reviewing_body: ReviewingBody | None
    reviewed_on: ReviewedOn | None
    deciding_body: DecidingBody | None
    decision_no: DecisionNumber | None
    form: CommendationForm | None
    decided_on: DecidedOn | None
    occasion: Occasion | None
    occasion_ref: OccasionRef | None
    awarded_on: AwardedOn | None
    rejected_on: RejectedOn | None
    reason: Reason | None
    state: ExemplarState
    facts_digest: FactsDigest | None


class ExemplarPage(Page[ExemplarRecord], vi="Danh sách gương điển hình"):
    """One page of nominations."""


class ExemplarSubject(Query):
    """Who a nomination is about: private, each reading is audited."""

    exemplar_id: ExemplarId


class SubjectAnswer(Answer, vi="Họ tên, tên gọi của điển hình"):
    """The private name behind an opaque reference; empty for a household, which its own list names."""

    exemplar_id: ExemplarId
    subject_kind: ExemplarKind
    subject_ref: SubjectRef
    name: SubjectName | None


class ExemplarFacts(Query):
    """The facts that were frozen with the decision on a commendation."""

    exemplar_id: ExemplarId


class ExemplarCounts(Query):
    """How many nominations stood in which state in a unit on a day; never whose."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: Year | None = Field(default=None, ge=2016, description="Year of the nomination")


class ExemplarCount(Message, vi="Số gương điển hình theo loại và tình trạng"):
    """Nominations of one subject kind, content and state."""

    subject_kind: ExemplarKind
    content_code: ContentCode
    state: ExemplarState
    exemplars: Exemplars


class ExemplarCountsAnswer(Answer, vi="Số liệu gương điển hình"):
    """The nominations of a unit as they stood on a day."""

    unit_code: UnitCode
    on: CountedOn
    counts: Annotated[list[ExemplarCount], Named("Số liệu", "Counts")]
