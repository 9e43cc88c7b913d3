"""The small vocabularies of responsibilities."""

from typing import Annotated, Literal

from pydantic import Field

AssignmentStep = Literal[
    "proposed",
    "consulted",
    "agreed",
    "declined",
    "in_progress",
    "completed",
    "returned",
    "done",
    "reassigned",
]
AssignmentStage = Literal[
    "proposed",
    "consulted",
    "agreed",
    "declined",
    "in_progress",
    "overdue",
    "completed",
    "returned",
    "done",
    "reassigned",
]
AgencyCode = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9-]*$", description="An agency that each unit has, without unit: `hlhpn-huyen`"
    ),
]
MinutesRef = Annotated[
    str, Field(min_length=1, max_length=200, pattern=r"\S", description="Number of the minutes in the files")
]
Summary = Annotated[
    str, Field(min_length=1, max_length=1000, pattern=r"\S", description="In words; it names no person")
]
