"""The small vocabularies of units on the way to a standard."""

from typing import Annotated, Literal

from pydantic import Field

StandardCode = Literal["NTM", "NTM-KM", "DTVM", "TCPL"]
SoughtStandard = Literal["NTM", "NTM-KM", "DTVM"]
CandidateState = Literal[
    "proposed",
    "declined",
    "accepted",
    "on_list",
    "in_progress",
    "self_assessed",
    "posted",
    "meeting_passed",
    "verified",
    "front_opinion",
    "surveyed",
    "appraised",
    "submitted",
    "recognised",
    "rejected",
    "announced",
    "renewed",
    "lapsed",
]
ListState = Literal["compiled", "submitted", "returned", "approved"]
SurveyState = Literal["open", "completed"]
Standing = Literal["valid", "due_for_reassessment"]

CommuneCode = Annotated[
    str, Field(pattern=r"^[0-9]{5}$", description="Unit of commune level: commune, ward or township")
]
DocNumber = Annotated[
    str, Field(min_length=1, max_length=80, pattern=r"\S", description="Number in the issuer's register")
]
Reason = Annotated[
    str,
    Field(min_length=1, max_length=1000, pattern=r"\S", description="Why; it stays here and names no person"),
]
Measured = Annotated[
    str,
    Field(
        pattern=r"^-?[0-9]{1,14}(\.[0-9]{1,4})?$",
        description="Measured value, an exact decimal number in `unit_of_measure`",
        examples=["36.5"],
    ),
]
