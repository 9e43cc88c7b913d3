"""Counts, shares and yes-or-no: never a percentage, always what was counted."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

COUNT = Field(ge=0)

# Lists
Limit = Annotated[int, Field(ge=1, le=500), Named("Số mục mỗi trang", "Items on one page")]
Cursor = Annotated[str, Field(max_length=200), Named("Vị trí trang", "Cursor")]
NextCursor = Annotated[str, Named("Vị trí trang sau", "Next cursor")]

# Counts of any kind
Count = Annotated[int, COUNT, Named("Số lượng", "Count")]
Total = Annotated[int, COUNT, Named("Tổng số", "Total")]
Numerator = Annotated[int, COUNT, Named("Tử số", "Numerator")]
Denominator = Annotated[int, COUNT, Named("Mẫu số", "Denominator")]
Depth = Annotated[int, Field(ge=0, le=50), Named("Số cấp", "Depth")]

# Persons and households, as numbers alone
Households = Annotated[int, COUNT, Named("Số hộ", "Households")]
Areas = Annotated[int, COUNT, Named("Số khu dân cư", "Residential areas")]
Persons = Annotated[
    int,
    Field(ge=0, description="Persons; a count, never names"),
    Named("Số người tham gia", "Persons who took part"),
]
Attended = Annotated[int, COUNT, Named("Số người dự", "Persons who came")]
YesVotes = Annotated[int, COUNT, Named("Số người tán thành", "Votes in favour")]
Registered = Annotated[int, COUNT, Named("Số đăng ký", "Registered")]

# Time on air and articles
Minutes = Annotated[int, COUNT, Named("Thời lượng (phút)", "Minutes")]
Articles = Annotated[int, COUNT, Named("Số tin, bài", "Articles")]

# Criteria
CriterionNumber = Annotated[int, Field(ge=1, le=100), Named("Số thứ tự tiêu chí", "Number of the criterion")]
