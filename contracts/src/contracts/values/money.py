"""Money, in whole Vietnamese dong, and the unit in which goods and results are measured."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

# Above this, JSON readers that hold numbers as doubles would no longer be exact.
MOST_VND = 9_007_199_254_740_991
# One amount, so that a drive's sum of nine hundred such stays exact: ten thousand billion (10,000 tỷ).
MOST_AT_ONCE_VND = 10_000_000_000_000
_SOME = Field(gt=0, le=MOST_AT_ONCE_VND, description="Whole Vietnamese dong, more than none")
_ANY = Field(ge=0, le=MOST_VND, description="Whole Vietnamese dong")

Vnd = Annotated[int, _SOME, Named("Số tiền (đồng)", "Amount (VND)")]
TargetVnd = Annotated[int, _SOME, Named("Mục tiêu vận động (đồng)", "Target (VND)")]

MeasureUnit = Annotated[
    str,
    Field(min_length=1, max_length=40, pattern=r"\S", description="Unit of measure, such as `con`, `kg`"),
    Named("Đơn vị tính", "Unit of measure"),
]
