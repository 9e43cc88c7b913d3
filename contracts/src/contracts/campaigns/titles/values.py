"""The small vocabularies of cultural titles."""

from typing import Annotated, Literal

from pydantic import Field

TitleCode = Literal["GDVH", "KDCVH", "XVH"]
VotedTitle = Literal["GDVH", "KDCVH"]
Ballot = Literal["secret_ballot", "show_of_hands"]
TitleState = Literal[
    "registered",
    "self_assessed",
    "not_met",
    "area_reviewed",
    "not_passed",
    "submitted",
    "recognised",
    "rejected",
    "revoked",
]
DocNumber = Annotated[
    str, Field(min_length=1, max_length=80, pattern=r"\S", description="Number in the issuer's register")
]
Reason = Annotated[
    str,
    Field(min_length=1, max_length=1000, pattern=r"\S", description="Why; it stays here and names no person"),
]
