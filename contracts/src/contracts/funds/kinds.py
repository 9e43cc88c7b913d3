"""Kinds and amounts that the messages of the funds service share."""

from typing import Annotated, Literal

from pydantic import Field

# Above this, JSON readers that hold numbers as doubles would no longer be exact.
MOST_VND = 9_007_199_254_740_991

FundKind = Literal["for_the_poor", "social_welfare", "relief"]
DonorKind = Literal[
    "individual", "household", "employee_day_pay", "enterprise", "organisation", "overseas", "anonymous"
]
GiftKind = Literal["cash", "bank"]
PledgeKind = Literal["money"]
DriveState = Literal["planned", "open", "closed"]
PledgeState = Literal["registered", "partly_received", "fulfilled"]
ReceiptState = Literal["posted", "reversed"]
ReversalReason = Literal["wrong_amount", "wrong_donor", "duplicate", "failed_transfer", "returned_to_donor"]
Purpose = Literal["NHA-MOI", "NHA-SUA", "SINH-KE", "Y-TE", "GIAO-DUC", "KHAN-CAP", "TET", "DAN-SINH"]

Level = Annotated[
    str, Field(pattern="^[THX]$", description="Level of the fund: T province, H district, X commune")
]
AgencyCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,39}$", description="Agency, e.g. `so-tc`")]
Vnd = Annotated[int, Field(gt=0, le=MOST_VND, description="Whole Vietnamese dong, more than none")]
Balance = Annotated[int, Field(ge=0, le=MOST_VND, description="Whole Vietnamese dong")]
Restriction = Annotated[
    Purpose | None,
    Field(description="The only purpose that the donor allows (purpose code of the programme); none if free"),
]
