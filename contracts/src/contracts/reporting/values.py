"""The small vocabularies that the reporting messages share."""

from typing import Annotated, Literal

from pydantic import Field

ProgrammeState = Literal["proposed", "in_force", "refused"]
DutyStatus = Literal["not_started", "in_progress", "done"]
Part = Literal["acted", "joined", "represented"]

BodyCode = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9-]*(/[0-9]{2,5}(-K[0-9]{3})?)?$",
        description="A body: `ubnd-tinh`, or `ubnd-xa/05431` where each unit has one",
    ),
]
DutyId = Annotated[
    str,
    Field(
        pattern=r"^(0|I|II|III|IV|S)[.0-9a-z]*-[a-z]$",
        description="One of the programme's 115 items",
        examples=["II.2a-a"],
    ),
]
Year = Annotated[int, Field(ge=2016, le=2100, description="Calendar year")]
