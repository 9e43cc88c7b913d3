"""The small vocabularies of exemplars."""

from typing import Annotated, Literal

from pydantic import Field

ExemplarKind = Literal["person", "household", "group", "collective"]
ExemplarState = Literal["nominated", "reviewed", "decided", "awarded", "rejected"]
CommendationForm = Literal["praise", "certificate_of_commendation", "certificate_of_merit"]
CommendationLevel = Literal["T", "H", "X"]
Occasion = Literal["festival_18_11", "conference", "meeting"]

Prose = Annotated[
    str,
    Field(min_length=1, max_length=4000, pattern=r"\S", description="Vietnamese text; it names no person"),
]
DocNumber = Annotated[
    str, Field(min_length=1, max_length=80, pattern=r"\S", description="Number in the issuer's register")
]
Reason = Annotated[
    str,
    Field(min_length=1, max_length=1000, pattern=r"\S", description="Why; it stays here and names no person"),
]
