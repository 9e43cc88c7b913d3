"""What may be asked to be done: exemplars and their commendation."""

from datetime import date

from pydantic import Field

from contracts.campaigns.exemplars.values import (
    CommendationForm,
    CommendationLevel,
    DocNumber,
    ExemplarKind,
    ExemplarState,
    Occasion,
    Prose,
    Reason,
)
from contracts.campaigns.values import AreaCode, BodyCode, ContentCode
from contracts.messages import Answer, Command, Message


class CommendationCriterion(Message):
    """One criterion that an exemplar must meet."""

    no: int = Field(ge=1, le=100)
    content_code: ContentCode | None = Field(default=None, description="Empty: it holds for every content")
    text_vi: Prose


class SetCommendationCriteria(Command):
    """Set down the criteria that a guiding document of the kind `criteria` issues, as a dated version."""

    guidance_id: str
    criteria: list[CommendationCriterion] = Field(min_length=1, max_length=100)


class CriterionEvidence(Message):
    """Where the proof lies that one criterion is met."""

    criterion_no: int = Field(ge=1)
    evidence_ref: DocNumber


class NominateExemplar(Command):
    """Nominate a person, household, group or collective of an area for commendation."""

    kdc_id: AreaCode
    subject_kind: ExemplarKind
    name: str | None = Field(
        default=None,
        min_length=1,
        max_length=200,
        pattern=r"\S",
        description="Name of a new person, group or collective; private, it never leaves in an event",
    )
    subject_ref: str | None = Field(
        default=None, max_length=64, description="Household reference, or the reference of a known subject"
    )
    content_code: ContentCode
    achievement: Prose
    criteria_met: list[CriterionEvidence] = Field(min_length=1, max_length=100)
    co_nominators: list[BodyCode] = Field(
        min_length=1, max_length=20, description="The area's head, and chapters of organisations there"
    )


class SecondExemplar(Command):
    """Confirm, as a named co-nominator, that the acting body nominates too."""

    exemplar_id: str


class ReviewExemplar(Command):
    """Record the review of a nomination by its criteria version, and propose who commends."""

    exemplar_id: str
    level: CommendationLevel = Field(description="Level whose Front is to commend")
    minutes_ref: DocNumber


class DecideExemplar(Command):
    """Decide a commendation; the facts behind it are frozen with it."""

    exemplar_id: str
    decision_no: DocNumber
    form: CommendationForm = Field(description="Biểu dương, giấy khen or bằng khen")


class AwardExemplar(Command):
    """Record that a decided commendation was handed over, and where."""

    exemplar_id: str
    occasion: Occasion
    occasion_ref: DocNumber | None = Field(default=None, description="Minutes of the festival or conference")


class RejectExemplar(Command):
    """Reject a nomination, with a reason."""

    exemplar_id: str
    reason: Reason


class CriteriaStanding(Answer):
    """A version of the commendation criteria."""

    criteria_id: str
    version: str
    effective_on: date


class ExemplarStanding(Answer):
    """Where a nomination now stands."""

    exemplar_id: str
    subject_ref: str = Field(description="Opaque; it names nobody")
    state: ExemplarState
    criteria_version: str


class CommendationDecision(Answer):
    """The decision on a commendation."""

    exemplar_id: str
    state: ExemplarState
    decided_on: date
    facts_digest: str = Field(description="SHA-256 of the frozen facts in canonical JSON")
