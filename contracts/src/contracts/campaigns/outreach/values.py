"""The small vocabularies of outreach."""

from typing import Annotated, Literal

from pydantic import Field

OutreachKind = Literal[
    "meeting",
    "guide_people",
    "extension",
    "technology_transfer",
    "investment_promotion",
    "training",
    "health",
    "environment",
    "legal",
    "crime_prevention",
]
LinkedProgramme = Literal["LK-BHYT", "LK-THUOC", "LK-HIV", "LK-TL", "LK-DB", "LK-VSMT"]
OutreachState = Literal["planned", "held", "cancelled"]
InvitationState = Literal["invited", "joined"]

Title = Annotated[
    str,
    Field(min_length=1, max_length=200, pattern=r"\S", description="Vietnamese name; it names no person"),
]
Prose = Annotated[
    str,
    Field(min_length=1, max_length=4000, pattern=r"\S", description="Vietnamese text; it names no person"),
]
Reason = Annotated[
    str,
    Field(min_length=1, max_length=1000, pattern=r"\S", description="Why; it stays here and names no person"),
]
Persons = Annotated[int, Field(ge=0, le=1_000_000, description="Persons; a count, never names")]
Minutes = Annotated[int, Field(ge=1, le=10_000, description="Minutes")]
