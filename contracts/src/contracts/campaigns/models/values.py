"""The small vocabularies of models."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

ModelType = Literal["GN-VK", "GN-BV", "NTM", "DTVM"]
SubjectKind = Literal["household", "kdc", "commune", "ward", "township", "cooperative_group", "cooperative"]
ModelState = Literal[
    "proposed",
    "piloting",
    "evaluated",
    "not_effective",
    "recognised",
    "replicated",
    "retired",
]
MemberState = Literal["invited", "joined", "declined"]
SupportKind = Literal["money", "goods"]
ReplicationResult = Literal["pending", "succeeded", "failed"]
ReplicationKind = Literal["full", "practice"]
PracticeState = Literal["published", "withdrawn"]

Prose = Annotated[
    str,
    Field(min_length=1, max_length=4000, pattern=r"\S", description="Vietnamese text; it names no person"),
]
Title = Annotated[
    str,
    Field(min_length=1, max_length=200, pattern=r"\S", description="Vietnamese name; it names no person"),
]
DocNumber = Annotated[
    str, Field(min_length=1, max_length=80, pattern=r"\S", description="Number in the issuer's register")
]
Reason = Annotated[
    str,
    Field(min_length=1, max_length=1000, pattern=r"\S", description="Why; it stays here and names no person"),
]
Vnd = Annotated[int, Field(ge=0, le=10**15, description="Vietnamese đồng")]
Quantity = Annotated[Decimal, Field(max_digits=15, decimal_places=3)]
MeasureUnit = Annotated[
    str, Field(min_length=1, max_length=40, pattern=r"\S", description="Unit of measure, such as `con`, `kg`")
]
SearchText = Annotated[
    str,
    Field(
        min_length=2,
        max_length=200,
        pattern=r"\w",
        description="Words that must all occur; with Vietnamese marks or without, case ignored",
    ),
]
