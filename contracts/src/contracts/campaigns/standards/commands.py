"""What may be asked to be done: units on the way to a standard."""

from datetime import date

from pydantic import Field

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.standards.values import (
    CandidateState,
    CommuneCode,
    DocNumber,
    ListState,
    Measured,
    Reason,
    SoughtStandard,
    StandardCode,
    SurveyState,
)
from contracts.campaigns.values import BodyCode
from contracts.messages import Answer, Command

Year = Field(ge=2017, le=2100)


class ProposeCandidate(Command):
    """Register a commune, ward or township to reach a standard in a year."""

    standard: SoughtStandard
    unit_code: CommuneCode
    year: int = Field(ge=2017, le=2100, description="Year in which the unit sets out to reach it")
    doc_number: DocNumber


class AcceptCandidate(Command):
    """Accept a unit's registration, as its district, and put it forward to the province."""

    candidate_id: str
    doc_number: DocNumber


class DeclineCandidate(Command):
    """Decline a unit's registration, as its district, with a reason."""

    candidate_id: str
    reason: Reason


class CompileNtmList(Command):
    """Compile the year's list of candidate communes from what the districts put forward."""

    year: int = Year
    candidate_ids: list[str] = Field(min_length=1, max_length=200)


class SubmitNtmList(Command):
    """Submit the compiled list to the provincial People's Committee."""

    list_id: str
    doc_number: DocNumber


class ReturnNtmList(Command):
    """Send a submitted list back, with a reason; another may then be compiled."""

    list_id: str
    reason: Reason


class ApproveNtmList(Command):
    """Approve the year's list of communes registered to reach the new-style rural standard."""

    list_id: str
    decision_no: DocNumber


class AssessCriterion(Command):
    """Assess a unit by a criterion of the set in force on the day, with measured value and evidence."""

    standard: StandardCode
    unit_code: CommuneCode
    year: int = Year
    criterion_no: int | None = Field(
        default=None, ge=1, description="Absent exactly where the set's list is not known: the whole set"
    )
    passed: bool
    measured_value: Measured | None = None
    unit_of_measure: str | None = Field(default=None, min_length=1, max_length=40)
    evidence_ref: DocNumber


class CompleteSelfAssessment(Command):
    """Conclude a unit's own assessment, once each criterion of the set in force is assessed and passed."""

    candidate_id: str
    report_no: DocNumber


class PostResults(Command):
    """Post a unit's results for the people's comments."""

    candidate_id: str
    places: list[str] = Field(min_length=1, max_length=20, description="Where they are posted")


class HoldCommuneMeeting(Command):
    """Record the commune meeting that votes on asking for recognition, once the posting is over."""

    candidate_id: str
    attended: int = Field(ge=1)
    yes_votes: int = Field(ge=0)
    comments_received: int = Field(ge=0, description="Comments that the people made on what was posted")
    minutes_ref: DocNumber


class VerifyCandidate(Command):
    """Verify a unit's results, as its district."""

    candidate_id: str
    report_no: DocNumber


class GiveOpinion(Command):
    """Give the Front committee's opinion on a unit's dossier."""

    candidate_id: str
    doc_number: DocNumber


class OpenSurvey(Command):
    """Open the Front's survey of the residents' satisfaction, and name who carries it out."""

    candidate_id: str
    surveyors: list[BodyCode] = Field(
        default=[], max_length=20, description="Member organisations; none where the committee asks itself"
    )


class CompleteSurvey(Command):
    """Complete a satisfaction survey with its figures."""

    survey_id: str
    households_total: int = Field(ge=1, description="Households of the unit's residential areas")
    households_asked: int = Field(ge=0)
    satisfied: int = Field(ge=0, description="Of those asked")
    report_no: DocNumber


class SubmitCandidate(Command):
    """Send a ward's or township's dossier to the body that decides."""

    candidate_id: str
    doc_number: DocNumber


class AppraiseCandidate(Command):
    """Record the vote of the province's appraisal panel."""

    candidate_id: str
    members: int = Field(ge=1, description="Members of the panel who voted")
    yes_votes: int = Field(ge=0)
    minutes_ref: DocNumber


class ReturnCandidate(Command):
    """Send a dossier back to be assessed again, with a reason."""

    candidate_id: str
    reason: Reason


class RecogniseUnit(Command):
    """Recognise that a unit reached the standard; the facts behind the decision are frozen with it."""

    candidate_id: str
    decision_no: DocNumber


class RejectUnit(Command):
    """Refuse recognition, with a reason."""

    candidate_id: str
    reason: Reason


class AnnounceRecognition(Command):
    """Record that a recognition was announced to the people."""

    candidate_id: str
    held_at: str = Field(min_length=1, max_length=200, pattern=r"\S", description="Place of the announcement")


class LapseRecognition(Command):
    """Let a recognition lapse that was due for re-assessment and not renewed."""

    candidate_id: str
    decision_no: DocNumber
    reason: Reason


class CandidateStanding(Answer):
    """Where a unit now stands on its way, and the day that the rule table sets for what comes next."""

    candidate_id: str
    state: CandidateState
    due: ExplainedDeadline | None = None


class NtmListStanding(Answer):
    """Where a year's list stands."""

    list_id: str
    state: ListState
    commune_codes: list[str]


class AssessmentRecorded(Answer):
    """An assessment and the version of the set that it applied."""

    assessment_id: str
    standard_version: str
    state: str


class SurveyStanding(Answer):
    """Where a survey stands, and the unit with it."""

    survey_id: str
    state: SurveyState
    candidate_state: CandidateState


class UnitDecision(Answer):
    """A decision on a unit."""

    candidate_id: str
    state: CandidateState
    decided_on: date
    valid_until: ExplainedDeadline | None = Field(description="When it is due for re-assessment")
    first_time: bool
    facts_digest: str = Field(description="SHA-256 of the frozen facts in canonical JSON")
