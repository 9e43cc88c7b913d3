"""What the feature «programmes» of the reporting service tells the others."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import BodyName, UnitCode
from contracts.values.ids import ID

_TEXT = Field(min_length=1, max_length=400, pattern=r"\S")

ProgrammeId = Annotated[str, ID, Named("Mã chương trình phối hợp", "Programme id")]
ProgrammeNumber = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{1,5}/CTrPH/[^\s/]{1,40}$",
        description="Number of the joint document",
        examples=["75/CTrPH/UBND-UBMTTQ"],
    ),
    Named("Số, ký hiệu chương trình", "Number of the programme"),
]
ProgrammeTitle = Annotated[str, _TEXT, Named("Tên chương trình", "Title of the programme")]
ProgrammeBasis = Annotated[str, _TEXT, Named("Căn cứ ban hành", "Basis")]
SignatoryBodies = Annotated[list[BodyName], Named("Các bên ký kết", "Signatories")]
SignedOn = Annotated[date, Named("Ngày ký", "Signed on")]


class ProgrammeInForce(
    Event,
    service="reporting",
    subject="programme_id",
    unit="unit_code",
    vi="Chương trình phối hợp đã có hiệu lực",
):
    """A coordination programme came into force, since both parties had signed it."""

    programme_id: ProgrammeId
    number: ProgrammeNumber
    title: ProgrammeTitle
    basis: ProgrammeBasis = Field(description="The document on which it rests")
    signatory_bodies: SignatoryBodies = Field(description="The two parties")
    signed_on: SignedOn = Field(description="Day of the second signature, which is the document's date")
    unit_code: UnitCode
