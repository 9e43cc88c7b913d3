"""What may be asked about cultural titles, and how it is answered."""

from typing import Annotated

from pydantic import Field

from campaigns.titles.domain.meeting import Ballot, TitleMeetingState
from campaigns.titles.domain.title import TitleState
from contracts.campaigns.titles import ConsecutiveYears, Invited, LastYear, RevokedOn
from contracts.messages import Answer, Command, ListQuery, Message, Page, Query
from contracts.names import Named
from contracts.values import (
    COUNT,
    ID,
    NUMBER,
    AreaCode,
    Attended,
    CountedOn,
    CriterionNumber,
    DecidedOn,
    DecidingBody,
    DecisionNumber,
    Denominator,
    FactsDigest,
    HeldOn,
    HouseholdRef,
    MinutesRef,
    Numerator,
    OnTime,
    OverdueAsOf,
    Reason,
    Registered,
    RegisteredOn,
    RegistrationId,
    StandardVersion,
    SubjectRef,
    SubmittedOn,
    UnitCode,
    VotedTitle,
    Year,
    YesVotes,
)
from contracts.values.bodies import BODY
from shared.domain.deadlines import ExplainedDeadline

BATCH = 500

TitleMeetingId = Annotated[str, ID, Named("Mã cuộc họp bình xét", "Meeting id")]
DossierNumber = Annotated[str, NUMBER, Named("Số hồ sơ", "Dossier number")]
RegisteringBody = Annotated[str, BODY, Named("Cơ quan đăng ký", "Registering body")]
HouseholdRefs = Annotated[list[HouseholdRef], Named("Mã tham chiếu các hộ", "Household references")]
CriterionMetFlag = Annotated[bool, Named("Đạt tiêu chí", "Met")]
MeetsStandard = Annotated[bool, Named("Tự đánh giá đạt", "Meets the standard")]
CertificateEarned = Annotated[bool, Named("Đủ điều kiện cấp giấy công nhận", "Certificate earned")]
DossierDue = Annotated[ExplainedDeadline, Named("Hạn gửi hồ sơ", "Dossier due")]
DecisionDue = Annotated[ExplainedDeadline, Named("Hạn quyết định", "Decision due")]
SubmittedCount = Annotated[int, COUNT, Named("Số danh hiệu trình", "Submitted")]
RecognisedCount = Annotated[int, COUNT, Named("Số được công nhận", "Recognised")]
RejectedTitles = Annotated[int, COUNT, Named("Số không công nhận", "Rejected")]
RevokedCount = Annotated[int, COUNT, Named("Số bị thu hồi", "Revoked")]


class RegisterTitles(Command):
    """Register households of an area, or the area itself, to strive for a cultural title in a year."""

    title: VotedTitle
    area_code: AreaCode
    year: Year = Field(ge=2017)
    household_refs: HouseholdRefs = Field(
        default=[], max_length=BATCH, description="Households for `GDVH`; empty for `KDCVH`, the area itself"
    )


class CriterionMet(Message, vi="Tự đánh giá một tiêu chí"):
    """What the subject says of itself about one criterion."""

    criterion_no: CriterionNumber
    met: CriterionMetFlag


CriteriaAssessed = Annotated[list[CriterionMet], Named("Tự đánh giá từng tiêu chí", "Criteria")]


class SelfAssessTitle(Command):
    """Record how a household or an area assesses itself by the criteria set in force on the day."""

    registration_id: RegistrationId
    meets: MeetsStandard = Field(description="Whether the subject holds that it meets the set as a whole")
    criteria: CriteriaAssessed = Field(
        default=[], max_length=50, description="Each criterion, where the set's list is known"
    )


class TitleVote(Message, vi="Kết quả biểu quyết một danh hiệu"):
    """How many attendees agreed to one title."""

    registration_id: RegistrationId
    yes_votes: YesVotes


TitleVotes = Annotated[list[TitleVote], Named("Kết quả biểu quyết", "Votes")]


class ReviewTitles(Command):
    """Record the residents' meeting of an area that voted on titles, with its minutes."""

    title: VotedTitle
    area_code: AreaCode
    year: Year = Field(ge=2017)
    invited: Invited = Field(ge=1, description="Persons called to the meeting")
    attended: Attended = Field(description="Persons who came; all of them vote")
    ballot: Ballot
    minutes_ref: MinutesRef
    votes: TitleVotes = Field(min_length=1, max_length=BATCH)


class SubmitTitles(Command):
    """Send the dossier of the titles that a meeting passed to the body that decides."""

    meeting_id: TitleMeetingId
    dossier_no: DossierNumber


class RecogniseTitle(Command):
    """Recognise a title; the facts behind the decision are frozen with it."""

    registration_id: RegistrationId
    decision_no: DecisionNumber


class RejectTitle(Command):
    """Reject a title, with a reason."""

    registration_id: RegistrationId
    reason: Reason


class RevokeTitle(Command):
    """Revoke a recognised title, with a decision and a reason."""

    registration_id: RegistrationId
    decision_no: DecisionNumber
    reason: Reason


class RegisteredTitle(Answer, vi="Đăng ký danh hiệu"):
    """One registration and whom it is about."""

    registration_id: RegistrationId
    subject_ref: SubjectRef


Registrations = Annotated[list[RegisteredTitle], Named("Các đăng ký", "Registrations")]


class TitlesRegistered(Answer, vi="Các danh hiệu đã đăng ký"):
    """The registrations that were made at once."""

    title: VotedTitle
    area_code: AreaCode
    year: Year
    state: TitleState
    standard_version: StandardVersion = Field(description="Version of the criteria set in force on the day")
    registrations: Registrations


class TitleStanding(Answer, vi="Tình trạng danh hiệu"):
    """Where a title now stands."""

    registration_id: RegistrationId
    state: TitleState


TitleStandings = Annotated[list[TitleStanding], Named("Các danh hiệu", "Titles")]


class MeetingStanding(Answer, vi="Kết quả cuộc họp bình xét"):
    """What a residents' meeting decided, and by when its dossier is due."""

    meeting_id: TitleMeetingId
    state: TitleMeetingState
    titles: TitleStandings
    dossier_due: DossierDue


class DossierStanding(Answer, vi="Hồ sơ đã gửi"):
    """A dossier that was sent, and by when the decision is due."""

    meeting_id: TitleMeetingId
    state: TitleMeetingState
    submitted: SubmittedCount = Field(description="Titles in the dossier")
    on_time: OnTime = Field(description="Whether it was sent by its due day")
    decision_due: DecisionDue


class TitleDecision(Answer, vi="Quyết định về danh hiệu"):
    """A decision on a title."""

    registration_id: RegistrationId
    state: TitleState
    decided_on: DecidedOn
    on_time: OnTime = Field(description="Whether it was decided by its due day")
    consecutive_years: ConsecutiveYears = Field(
        description="Years in a row up to this one; 0 where it was rejected"
    )
    certificate_earned: CertificateEarned = Field(
        description="Whether the years in a row earn the certificate"
    )
    facts_digest: FactsDigest


class TitleById(Query):
    """One title."""

    registration_id: RegistrationId


class TitleList(ListQuery):
    """Titles of a unit and all below it, of a year, in a state."""

    title: VotedTitle | None = None
    state: TitleState | None = None
    subject_ref: SubjectRef | None = Field(default=None, description="All titles of one household or area")
    overdue_as_of: OverdueAsOf | None = Field(
        default=None, description="Only dossiers whose decision was due before this day and is not made"
    )


class TitleRecord(Answer, vi="Danh hiệu văn hóa"):
    """A title, from its registration to its decision."""

    registration_id: RegistrationId
    title: VotedTitle
    standard_version: StandardVersion
    subject_ref: SubjectRef
    area_code: AreaCode
    year: Year
    registering_body: RegisteringBody
    registered_on: RegisteredOn
    state: TitleState
    meeting_id: TitleMeetingId | None
    yes_votes: YesVotes | None
    submitted_on: SubmittedOn | None
    decision_due: DecisionDue | None
    deciding_body: DecidingBody | None
    decision_no: DecisionNumber | None
    decided_on: DecidedOn | None
    consecutive_years: ConsecutiveYears | None
    last_year: LastYear | None = Field(description="Last year that the title covers")
    certificate_earned: CertificateEarned
    revoked_on: RevokedOn | None
    reason: Reason | None = Field(description="Why it was rejected or revoked")
    facts_digest: FactsDigest | None


class TitlePage(Page[TitleRecord], vi="Danh sách danh hiệu văn hóa"):
    """One page of titles."""


class TitleFacts(Query):
    """The facts that were frozen with the decision on a title."""

    registration_id: RegistrationId


class TitleMeetingById(Query):
    """One residents' meeting that voted on titles."""

    meeting_id: TitleMeetingId


class TitleMeetingRecord(Answer, vi="Cuộc họp bình xét danh hiệu"):
    """A residents' meeting: attendance, minutes, and when its dossier was due and sent."""

    meeting_id: TitleMeetingId
    title: VotedTitle
    area_code: AreaCode
    year: Year
    held_on: HeldOn
    invited: Invited
    attended: Attended
    ballot: Ballot
    minutes_ref: MinutesRef
    dossier_due: DossierDue
    dossier_no: DossierNumber | None
    submitted_on: SubmittedOn | None
    state: TitleMeetingState


class TitleCounts(Query):
    """How many titles were registered and recognised in a unit by a day; never whose."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: Year = Field(ge=2016)


class Share(Message, vi="Tỷ lệ"):
    """A share, as its two parts."""

    numerator: Numerator
    denominator: Denominator


RecognisedShare = Annotated[
    Share, Named("Tỷ lệ được công nhận trên số đăng ký", "Share recognised of those registered")
]


class TitleCount(Answer, vi="Số liệu một danh hiệu"):
    """The titles of one kind as they stood on a day."""

    title: VotedTitle
    registered: Registered
    rejected: RejectedTitles
    revoked: RevokedCount
    recognised: RecognisedCount = Field(description="Decided by the day and not revoked by it")
    recognised_of_registered: RecognisedShare


Counts = Annotated[list[TitleCount], Named("Số liệu", "Counts")]


class TitleCountsAnswer(Answer, vi="Số liệu danh hiệu văn hóa"):
    """The titles of a unit and year as they stood on a day."""

    unit_code: UnitCode
    year: Year
    on: CountedOn
    counts: Counts
