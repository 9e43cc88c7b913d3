"""Agencies and bodies, each named for its part in the act."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

_AGENCY = Field(pattern=r"^[a-z][a-z0-9-]{1,39}$", description="An agency without its unit: `hlhpn-huyen`")
BODY = Field(
    min_length=2,
    max_length=80,
    pattern=r"^[a-z][a-z0-9-]*(/[0-9]{2,5}(-K[0-9]{3})?)?$",
    description="A body: `so-xd`, or `ubnd-xa/05431` where each unit has one",
)

AgencyCode = Annotated[str, _AGENCY, Named("Mã cơ quan", "Agency code")]
BodyName = Annotated[str, BODY, Named("Cơ quan", "Body")]

# One body
ChairBody = Annotated[str, BODY, Named("Cơ quan chủ trì", "Chairing body")]
DecidingBody = Annotated[str, BODY, Named("Cơ quan quyết định", "Deciding body")]
DraftingBody = Annotated[str, BODY, Named("Cơ quan soạn thảo", "Drafting body")]
IssuingBody = Annotated[str, BODY, Named("Cơ quan ban hành", "Issuing body")]
OutletBody = Annotated[str, BODY, Named("Cơ quan báo chí", "Media outlet")]
ProposingBody = Annotated[str, BODY, Named("Cơ quan đề xuất", "Proposing body")]

# Several bodies
CoordinatingBodies = Annotated[list[BodyName], Named("Cơ quan phối hợp", "Coordinating bodies")]
ParticipantBodies = Annotated[list[BodyName], Named("Tổ chức tham gia hiệp thương", "Bodies consulted")]
MemberBodies = Annotated[list[BodyName], Named("Cơ quan tham gia", "Bodies that take part")]
