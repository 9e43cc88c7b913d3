"""The small vocabularies that the campaigns messages share."""

from typing import Annotated, Literal

from pydantic import Field

ContentCode = Literal["ND1", "ND2", "ND3", "ND4", "ND5"]
MovementCode = Literal["PT-NTM", "PT-VH", "PT-AN", "PT-VNN"]
Level = Literal["T", "H", "X", "K"]
AssignmentKind = Literal["content", "model", "guidance"]
AssignmentState = Literal["proposed", "agreed", "declined"]
GuidanceKind = Literal[
    "guidance", "integration", "material", "scheme", "budget", "media_programme", "convention", "criteria"
]
GuidanceState = Literal["issued", "replaced", "withdrawn"]

UnitCode = Annotated[
    str,
    Field(
        pattern=r"^([0-9]{2}|[0-9]{3}|[0-9]{5})(-K[0-9]{3})?$",
        description="Province (2 digits), district (3), commune (5) or residential area `<commune>-K<nnn>`",
    ),
]
AreaCode = Annotated[
    str, Field(pattern=r"^[0-9]{5}-K[0-9]{3}$", description="Residential area, `<commune code>-K<nnn>`")
]
BodyCode = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9-]*(/[0-9]{2,5}(-K[0-9]{3})?)?$",
        description="A body: `hlhpn-tinh`, or `hlhpn-xa/05431` where each unit has one",
    ),
]
