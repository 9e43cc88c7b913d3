"""What may be asked to be done: titles registered, assessed, voted on, sent and decided."""

from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import FactsDigest
from campaigns.titles.domain.meeting import Ballot, TitleMeetingState
from campaigns.titles.domain.title import TitleState, VotedTitle
from campaigns.titles.messages.values import (
    CertificateEarned,
    CriterionMetFlag,
    DecisionDue,
    DossierDue,
    DossierNumber,
    HouseholdRefs,
    MeetsStandard,
    SubmittedCount,
    TitleMeetingId,
)
from contracts.campaigns.titles import ConsecutiveYears, Invited
from contracts.messages import Answer, Command, Message
from contracts.names import Named
from contracts.values import (
    AreaCode,
    Attended,
    CriterionNumber,
    DecidedOn,
    DecisionNumber,
    MinutesRef,
    OnTime,
    Reason,
    RegistrationId,
    StandardVersion,
    SubjectRef,
    Year,
    YesVotes,
)

BATCH = 500


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
