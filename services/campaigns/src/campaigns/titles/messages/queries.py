"""What may be asked: titles, the meetings that voted on them, and public counts."""

from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import (
    CountedOn,
    Denominator,
    FactsDigest,
    Numerator,
    Registered,
    SubmittedOn,
)
from campaigns.titles.domain.meeting import Ballot, TitleMeetingState
from campaigns.titles.domain.title import TitleState, VotedTitle
from campaigns.titles.messages.values import (
    CertificateEarned,
    DecisionDue,
    DossierDue,
    DossierNumber,
    RecognisedCount,
    RegisteringBody,
    RejectedTitles,
    RevokedCount,
    TitleMeetingId,
)
from contracts.campaigns.titles import ConsecutiveYears, Invited, LastYear, RevokedOn
from contracts.messages import Answer, ListQuery, Message, Page, Query
from contracts.names import Named
from contracts.values import (
    AreaCode,
    Attended,
    DecidedOn,
    DecidingBody,
    DecisionNumber,
    HeldOn,
    MinutesRef,
    OverdueAsOf,
    Reason,
    RegisteredOn,
    RegistrationId,
    StandardVersion,
    SubjectRef,
    UnitCode,
    Year,
    YesVotes,
)


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
