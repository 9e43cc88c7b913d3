"""Units, residential areas and households. A household is a reference that names nobody."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

_UNIT = Field(
    pattern=r"^([0-9]{2}|[0-9]{3}|[0-9]{5})(-K[0-9]{3})?$",
    description="Province (2 digits), district (3), commune (5), or residential area `<commune>-K<nnn>`",
)

UnitCode = Annotated[str, _UNIT, Named("Mã địa bàn", "Unit code")]
UnitFilter = Annotated[
    str, Field(min_length=2, max_length=16), Named("Địa bàn, kể cả cấp dưới", "Unit and all below")
]
AreaCode = Annotated[
    str,
    Field(pattern=r"^[0-9]{5}-K[0-9]{3}$", description="Residential area, `<commune code>-K<nnn>`"),
    Named("Mã khu dân cư", "Residential area code"),
]

# Households and other subjects, by opaque reference
HouseholdRef = Annotated[
    str,
    Field(max_length=64, description="Opaque; it names nobody"),
    Named("Mã tham chiếu hộ", "Household reference"),
]
SubjectRef = Annotated[
    str,
    Field(max_length=64, description="Opaque; it names nobody"),
    Named("Mã tham chiếu đối tượng", "Reference of the subject"),
]
