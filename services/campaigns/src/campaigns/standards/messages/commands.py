"""What may be asked to be done: units on the way to a standard."""

from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import EvidenceRef, FactsDigest
from campaigns.standards.domain.assessment import AssessmentState
from campaigns.standards.domain.ntm_list import NtmListState
from campaigns.standards.domain.procedure import CandidateState, SoughtStandard
from campaigns.standards.domain.survey import SurveyState
from campaigns.standards.messages.values import (
    CommentsReceived,
    CommuneCode,
    HeldAt,
    NextDue,
    PanelMembers,
    Places,
    ReportNumber,
    SurveyingBodies,
    Validity,
)
from contracts.campaigns.standards import (
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
)
from contracts.messages import Answer, Command
from contracts.names import Named
from contracts.values import (
    Attended,
    CriterionNumber,
    DecidedOn,
    DecisionNumber,
    DocNumber,
    MeasureUnit,
    MinutesRef,
    Reason,
    StandardVersion,
    UnitStandard,
    Year,
    YesVotes,
)

CandidateIds = Annotated[list[CandidateId], Named("Các hồ sơ đăng ký đạt chuẩn", "Candidates")]


class ProposeCandidate(Command):
    """Register a commune, ward or township to reach a standard in a year."""

    standard: SoughtStandard
    unit_code: CommuneCode
    year: Year = Field(ge=2017, description="Year in which the unit sets out to reach it")
    doc_number: DocNumber


class AcceptCandidate(Command):
    """Accept a unit's registration, as its district, and put it forward to the province."""

    candidate_id: CandidateId
    doc_number: DocNumber


class DeclineCandidate(Command):
    """Decline a unit's registration, as its district, with a reason."""

    candidate_id: CandidateId
    reason: Reason


class CompileNtmList(Command):
    """Compile the year's list of candidate communes from what the districts put forward."""

    year: Year = Field(ge=2017)
    candidate_ids: CandidateIds = Field(min_length=1, max_length=200)


class SubmitNtmList(Command):
    """Submit the compiled list to the provincial People's Committee."""

    list_id: NtmListId
    doc_number: DocNumber


class ReturnNtmList(Command):
    """Send a submitted list back, with a reason; another may then be compiled."""

    list_id: NtmListId
    reason: Reason


class ApproveNtmList(Command):
    """Approve the year's list of communes registered to reach the new-style rural standard."""

    list_id: NtmListId
    decision_no: DecisionNumber


class AssessCriterion(Command):
    """Assess a unit by a criterion of the set in force on the day, with measured value and evidence."""

    standard: UnitStandard
    unit_code: CommuneCode
    year: Year = Field(ge=2017)
    criterion_no: CriterionNumber | None = Field(
        default=None, description="Absent exactly where the set's list is not known: the whole set"
    )
    passed: Passed
    measured_value: MeasuredValue | None = None
    unit_of_measure: MeasureUnit | None = None
    evidence_ref: EvidenceRef


class CompleteSelfAssessment(Command):
    """Conclude a unit's own assessment, once each criterion of the set in force is assessed and passed."""

    candidate_id: CandidateId
    report_no: ReportNumber


class PostResults(Command):
    """Post a unit's results for the people's comments."""

    candidate_id: CandidateId
    places: Places = Field(min_length=1, max_length=20, description="Where they are posted")


class HoldCommuneMeeting(Command):
    """Record the commune meeting that votes on asking for recognition, once the posting is over."""

    candidate_id: CandidateId
    attended: Attended = Field(ge=1)
    yes_votes: YesVotes
    comments_received: CommentsReceived = Field(
        description="Comments that the people made on what was posted"
    )
    minutes_ref: MinutesRef


class VerifyCandidate(Command):
    """Verify a unit's results, as its district."""

    candidate_id: CandidateId
    report_no: ReportNumber


class GiveOpinion(Command):
    """Give the Front committee's opinion on a unit's dossier."""

    candidate_id: CandidateId
    doc_number: DocNumber


class OpenSurvey(Command):
    """Open the Front's survey of the residents' satisfaction, and name who carries it out."""

    candidate_id: CandidateId
    surveying_bodies: SurveyingBodies = Field(
        default=[], max_length=20, description="Member organisations; none where the committee asks itself"
    )


class CompleteSurvey(Command):
    """Complete a satisfaction survey with its figures."""

    survey_id: SurveyId
    households_total: HouseholdsTotal = Field(ge=1, description="Households of the unit's residential areas")
    households_asked: HouseholdsAsked
    satisfied: SatisfiedHouseholds = Field(description="Of those asked")
    report_no: ReportNumber


class SubmitCandidate(Command):
    """Send a ward's or township's dossier to the body that decides."""

    candidate_id: CandidateId
    doc_number: DocNumber


class AppraiseCandidate(Command):
    """Record the vote of the province's appraisal panel."""

    candidate_id: CandidateId
    members: PanelMembers = Field(ge=1, description="Members of the panel who voted")
    yes_votes: YesVotes
    minutes_ref: MinutesRef


class ReturnCandidate(Command):
    """Send a dossier back to be assessed again, with a reason."""

    candidate_id: CandidateId
    reason: Reason


class RecogniseUnit(Command):
    """Recognise that a unit reached the standard; the facts behind the decision are frozen with it."""

    candidate_id: CandidateId
    decision_no: DecisionNumber


class RejectUnit(Command):
    """Refuse recognition, with a reason."""

    candidate_id: CandidateId
    reason: Reason


class AnnounceRecognition(Command):
    """Record that a recognition was announced to the people."""

    candidate_id: CandidateId
    held_at: HeldAt = Field(description="Place of the announcement")


class LapseRecognition(Command):
    """Let a recognition lapse that was due for re-assessment and not renewed."""

    candidate_id: CandidateId
    decision_no: DecisionNumber
    reason: Reason


class CandidateStanding(Answer, vi="Tình trạng hồ sơ đăng ký đạt chuẩn"):
    """Where a unit now stands on its way, and the day that the rule table sets for what comes next."""

    candidate_id: CandidateId
    state: CandidateState
    due: NextDue | None = None


class NtmListStanding(Answer, vi="Tình trạng danh sách xã đăng ký"):
    """Where a year's list stands."""

    list_id: NtmListId
    state: NtmListState
    commune_codes: CommuneCodes


class AssessmentRecorded(Answer, vi="Kết quả đánh giá đã ghi nhận"):
    """An assessment and the version of the set that it applied."""

    assessment_id: AssessmentId
    standard_version: StandardVersion
    state: AssessmentState


class SurveyStanding(Answer, vi="Tình trạng cuộc lấy ý kiến"):
    """Where a survey stands, and the unit with it."""

    survey_id: SurveyId
    state: SurveyState
    candidate_state: CandidateState


class UnitDecision(Answer, vi="Quyết định công nhận đạt chuẩn"):
    """A decision on a unit."""

    candidate_id: CandidateId
    state: CandidateState
    decided_on: DecidedOn
    valid_until: Validity = Field(description="When it is due for re-assessment")
    first_time: FirstTime
    facts_digest: FactsDigest
