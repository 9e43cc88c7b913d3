"""The small vocabularies that the critique messages share."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from contracts.messages import Message

DraftKind = Literal[
    "legal_text", "master_plan", "plan", "programme", "project", "mechanism", "policy", "criteria"
]
ConditionKind = Literal["documents", "time", "people", "money"]
Track = Literal["critique", "comment"]
Form = Literal["conference", "written", "dialogue"]
FormReason = Literal["content", "scope", "subjects", "dossier"]
Head = Literal["necessity", "conformity", "feasibility", "impact", "interests"]
Position = Literal["agree", "agree_with_changes", "disagree"]
Outcome = Literal["accepted", "partly", "rejected"]
DraftState = Literal["registered", "returned", "form_decided", "opinion_document_issued", "response_received"]

Standard = Literal["NTM-KM", "DTVM", "GDVH", "KDCVH", "XVH"]

Level = Annotated[
    str, Field(pattern="^[THX]$", description="Level of the draft: T province, H district, X commune")
]
UnitCode = Annotated[
    str,
    Field(
        pattern=r"^([0-9]{2}|[0-9]{3}|[0-9]{5})$",
        description="Province (2 digits), district (3), commune (5)",
    ),
]
BodyCode = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9-]*(/[0-9]{2,5})?$",
        max_length=80,
        description="A body: `so-xd`, or `ubnd-xa/05431` where each unit has one",
    ),
]
DocNumber = Annotated[
    str, Field(min_length=1, max_length=80, pattern=r"\S", description="Number in the issuer's register")
]


class NewCriterion(Message):
    """One criterion of a set that was promulgated."""

    no: int = Field(ge=1, le=100)
    name_vi: str = Field(min_length=1, max_length=300, pattern=r"\S")
    name_en: str = Field(min_length=1, max_length=300, pattern=r"\S")


class NewCriteria(Message):
    """The criteria set that a promulgated text lays down for a standard."""

    standard: Standard
    criteria: list[NewCriterion] = Field(min_length=1, max_length=100)


class ExplainedDeadline(Message):
    """A day that a rule of the dated rule table sets, with all that it rests on."""

    rule: str = Field(description="Key in the rule table")
    value: JsonValue = Field(description="What the rule said on `start_on`")
    unit: str | None = Field(description="Unit of `value`, e.g. calendar days")
    source: str = Field(description="Where the rule's value comes from")
    confidence: str = Field(description="How sure that is; `unknown` and `design` mark placeholders")
    start_on: date = Field(description="Day from which it counts")
    due_on: date
