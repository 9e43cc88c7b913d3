"""Counts, shares and yes-or-no: never a percentage, always what was counted."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

# Beyond what a programme of one province counts; sums of two still fit a column of 32 bits.
MOST_COUNT = 1_000_000_000
COUNT = Field(ge=0, le=MOST_COUNT)

# Lists
Limit = Annotated[int, Field(ge=1, le=500), Named("Số mục mỗi trang", "Items on one page")]
Cursor = Annotated[str, Field(max_length=200), Named("Vị trí trang", "Cursor")]
NextCursor = Annotated[str, Named("Vị trí trang sau", "Next cursor")]

# Counts of any kind
Count = Annotated[int, COUNT, Named("Số lượng", "Count")]

# Persons and households, as numbers alone
Households = Annotated[int, COUNT, Named("Số hộ", "Households")]
Persons = Annotated[
    int,
    Field(ge=0, le=MOST_COUNT, description="Persons; a count, never names"),
    Named("Số người tham gia", "Persons who took part"),
]
Attended = Annotated[int, COUNT, Named("Số người dự", "Persons who came")]
YesVotes = Annotated[int, COUNT, Named("Số người tán thành", "Votes in favour")]

# Time on air and articles
DaysLate = Annotated[int, COUNT, Named("Số ngày quá hạn", "Days late")]
Minutes = Annotated[int, COUNT, Named("Thời lượng (phút)", "Minutes")]

# Criteria
CriterionNumber = Annotated[int, Field(ge=1, le=100), Named("Số thứ tự tiêu chí", "Number of the criterion")]
