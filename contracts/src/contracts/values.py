"""Value types that messages of several services carry, each with its name in both languages."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.names import Named

# Time
ActDay = Annotated[date, Named("Ngày thực hiện", "Day of the act")]
AsOf = Annotated[date, Named("Tính đến ngày", "As of")]
FromDay = Annotated[date, Named("Từ ngày", "From")]
ToDay = Annotated[date, Named("Đến ngày", "To")]
Year = Annotated[int, Field(ge=2000, le=2100), Named("Năm", "Year")]

# Lists
Limit = Annotated[int, Field(ge=1, le=500), Named("Số mục mỗi trang", "Items on one page")]
Cursor = Annotated[str, Field(max_length=200), Named("Vị trí trang", "Cursor")]
NextCursor = Annotated[str, Named("Vị trí trang sau", "Next cursor")]
SearchText = Annotated[str, Field(min_length=1, max_length=200), Named("Từ khóa", "Text")]
UnitFilter = Annotated[
    str, Field(min_length=2, max_length=16), Named("Địa bàn, kể cả cấp dưới", "Unit and all below")
]

# Places and bodies
UnitCode = Annotated[str, Field(min_length=2, max_length=16), Named("Mã địa bàn", "Unit code")]
AreaCode = Annotated[str, Field(min_length=3, max_length=16), Named("Mã khu dân cư", "Residential area code")]
BodyName = Annotated[str, Field(min_length=2, max_length=80), Named("Cơ quan", "Body")]
AgencyCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,39}$"), Named("Mã cơ quan", "Agency code")]

# Papers
DocNumber = Annotated[str, Field(min_length=1, max_length=80), Named("Số văn bản", "Document number")]
Reason = Annotated[str, Field(min_length=1, max_length=1000), Named("Lý do", "Reason")]
