"""What the critique service tells the others. No event carries free text of a critique."""

from datetime import date

from pydantic import Field

from contracts.critique.values import DraftKind, Form, FormReason, Head, Level, NewCriteria, Track
from contracts.messages import Event


class DraftRegistered(Event, service="critique", subject="draft_id", unit="unit_code"):
    """A state body submitted a draft for critique by the Front of its level."""

    draft_id: str
    kind: DraftKind
    title: str
    drafting_org: str
    co_drafters: list[str]
    level: Level
    unit_code: str
    dossier_complete: bool = Field(description="All four conditions are provided")
    received_on: date
    duty_id: str | None = Field(description="The programme's item that asks for this draft")


class DossierCompleted(Event, service="critique", subject="draft_id", unit="unit_code"):
    """The drafting body provided what the dossier of a draft had lacked."""

    draft_id: str
    drafting_org: str
    unit_code: str
    completed_on: date


class FormDecided(Event, service="critique", subject="draft_id", unit="unit_code"):
    """The Front decided how it critiques or comments on a draft."""

    draft_id: str
    track: Track
    form: Form
    chair_org: str
    reason: FormReason
    session_on: date | None
    unit_code: str


class OpinionDocumentIssued(Event, service="critique", subject="draft_id", unit="unit_code"):
    """The chair sent the opinion document to the drafting body."""

    critique_id: str
    draft_id: str
    track: Track
    issuer_org: str
    drafting_org: str
    doc_number: str
    items: int = Field(description="Number of items")
    items_by_head: dict[Head, int] = Field(description="Number of items under each of the five heads")
    issued_on: date
    answer_due_on: date
    unit_code: str


class ResponseReceived(Event, service="critique", subject="draft_id", unit="unit_code"):
    """The drafting body answered every item of an opinion document."""

    critique_id: str
    draft_id: str
    drafting_org: str
    accepted: int = Field(description="Number of items")
    partly: int = Field(description="Number of items")
    rejected: int = Field(description="Number of items")
    doc_number: str
    received_on: date
    on_time: bool
    unit_code: str


class DraftPromulgated(Event, service="critique", subject="draft_id", unit="unit_code"):
    """The text of a draft was promulgated; of a criteria set, the set comes with it."""

    draft_id: str
    kind: DraftKind
    drafting_org: str
    unit_code: str
    doc_number: str
    promulgated_on: date
    effective_on: date
    critique_reflected: bool = Field(description="Every item of an opinion document was answered before")
    criteria: NewCriteria | None
