"""The small vocabularies that the supervision messages share."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Message

TopicCode = Literal[
    "GS-GN",
    "GS-GN-1",
    "GS-GN-2",
    "GS-NTM",
    "GS-NTM-1",
    "GS-NTM-2",
    "GS-NTM-3",
    "GS-NTM-4",
    "GS-NTM-5",
    "GS-DT-1",
    "GS-DT-2",
    "GS-DT-3",
]
SupervisionForm = Literal["document_review", "delegation", "people_boards", "joined"]
ViewKind = Literal["agreed", "overlap"]
PlanState = Literal["proposed", "agreed"]
Outcome = Literal["accepted", "partly", "rejected"]
RecommendationState = Literal["sent", "acknowledged", "answered"]

Level = Annotated[str, Field(pattern="^[THX]$", description="T province, H district, X commune")]
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
        description="A body: `so-ldtbxh`, or `ubnd-xa/05431` where each unit has one",
    ),
]
Words = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]
DocNumber = Annotated[
    str, Field(min_length=1, max_length=80, pattern=r"\S", description="Number in the issuer's register")
]


class ExplainedDeadline(Message):
    """A day that a rule of the dated rule table sets, with the sentence that explains it."""

    rule: str = Field(description="Key in the rule table")
    start_on: date = Field(description="Day from which it counts")
    due_on: date
    explanation_vi: str
    explanation_en: str
