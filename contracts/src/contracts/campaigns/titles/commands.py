"""What may be asked to be done: cultural titles of households and residential areas."""

from datetime import date

from pydantic import Field

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.titles.values import Ballot, DocNumber, Reason, TitleState, VotedTitle
from contracts.campaigns.values import AreaCode
from contracts.messages import Answer, Command, Message

BATCH = 500


class RegisterTitles(Command):
    """Register households of an area, or the area itself, to strive for a cultural title in a year."""

    title: VotedTitle
    kdc_id: AreaCode
    year: int = Field(ge=2017, le=2100)
    household_refs: list[str] = Field(
        default=[], max_length=BATCH, description="Households for `GDVH`; empty for `KDCVH`, the area itself"
    )


class CriterionMet(Message):
    """What the subject says of itself about one criterion."""

    criterion_no: int = Field(ge=1)
    met: bool


class SelfAssessTitle(Command):
    """Record how a household or an area assesses itself by the criteria set in force on the day."""

    registration_id: str
    meets: bool = Field(description="Whether the subject holds that it meets the set as a whole")
    criteria: list[CriterionMet] = Field(
        default=[], max_length=50, description="Each criterion, where the set's list is known"
    )


class TitleVote(Message):
    """How many attendees agreed to one title."""

    registration_id: str
    yes_votes: int = Field(ge=0)


class ReviewTitles(Command):
    """Record the residents' meeting of an area that voted on titles, with its minutes."""

    title: VotedTitle
    kdc_id: AreaCode
    year: int = Field(ge=2017, le=2100)
    invited: int = Field(ge=1, description="Persons called to the meeting")
    attended: int = Field(ge=0, description="Persons who came; all of them vote")
    ballot: Ballot
    minutes_ref: DocNumber
    votes: list[TitleVote] = Field(min_length=1, max_length=BATCH)


class SubmitTitles(Command):
    """Send the dossier of the titles that a meeting passed to the body that decides."""

    meeting_id: str
    dossier_no: DocNumber


class RecogniseTitle(Command):
    """Recognise a title; the facts behind the decision are frozen with it."""

    registration_id: str
    decision_no: DocNumber


class RejectTitle(Command):
    """Reject a title, with a reason."""

    registration_id: str
    reason: Reason


class RevokeTitle(Command):
    """Revoke a recognised title, with a decision and a reason."""

    registration_id: str
    decision_no: DocNumber
    reason: Reason


class RegisteredTitle(Answer):
    """One registration and whom it is about."""

    registration_id: str
    subject_ref: str


class TitlesRegistered(Answer):
    """The registrations that were made at once."""

    title: VotedTitle
    kdc_id: str
    year: int
    state: TitleState
    standard_version: str = Field(description="Version of the criteria set in force on the day")
    registrations: list[RegisteredTitle]


class TitleStanding(Answer):
    """Where a title now stands."""

    registration_id: str
    state: TitleState


class MeetingStanding(Answer):
    """What a residents' meeting decided, and by when its dossier is due."""

    meeting_id: str
    state: str
    titles: list[TitleStanding]
    dossier_due: ExplainedDeadline


class DossierStanding(Answer):
    """A dossier that was sent, and by when the decision is due."""

    meeting_id: str
    state: str
    submitted: int = Field(description="Titles in the dossier")
    on_time: bool = Field(description="Whether it was sent by its due day")
    decision_due: ExplainedDeadline


class TitleDecision(Answer):
    """A decision on a title."""

    registration_id: str
    state: TitleState
    decided_on: date
    on_time: bool = Field(description="Whether it was decided by its due day")
    consecutive_years: int = Field(description="Years in a row up to this one; 0 where it was rejected")
    certificate_earned: bool = Field(description="Whether the years in a row earn the certificate")
    facts_digest: str = Field(description="SHA-256 of the frozen facts in canonical JSON")
