"""The small vocabularies of media."""

from typing import Annotated, Literal

from pydantic import Field

MediaFormat = Literal["tv", "radio", "print", "web"]
Topic = Literal["GN", "NTM", "DTVM"]
ItemState = Literal["published", "withdrawn"]

Title = Annotated[
    str,
    Field(min_length=1, max_length=200, pattern=r"\S", description="Vietnamese title, as it was published"),
]
Reason = Annotated[
    str,
    Field(min_length=1, max_length=1000, pattern=r"\S", description="Why; it stays here and names no person"),
]
