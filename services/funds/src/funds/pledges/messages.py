"""What a fund's board may ask about pledges, and what it is answered."""

from typing import Annotated

from pydantic import Field

from contracts.messages import Answer, Command, Page, TextListQuery
from contracts.names import Named
from contracts.values import (
    MOST_VND,
    DonorId,
    DonorKind,
    DriveId,
    DueDay,
    FirstDueDay,
    PledgeId,
    PledgeKind,
    Reason,
    RegisteredOn,
    Restriction,
    Vnd,
)
from funds.pledges.domain.pledge import PledgeState

_ANY = Field(ge=0, le=MOST_VND, description="Whole Vietnamese dong")
ReceivedVnd = Annotated[int, _ANY, Named("Đã nhận (đồng)", "Received (VND)")]
OutstandingVnd = Annotated[int, _ANY, Named("Còn phải thực hiện (đồng)", "Outstanding (VND)")]
DonorName = Annotated[
    str, Field(min_length=1, max_length=200), Named("Họ tên, tên người ủng hộ", "Name of the donor")
]


class RegisterPledge(Command):
    """Register a donor's promise of money; it is kept in memo account 001 and is never income."""

    drive_id: DriveId
    donor_kind: DonorKind
    donor_id: DonorId | None = Field(default=None, description="A donor whom the fund already knows")
    donor_name: DonorName | None = Field(default=None, description="Private; needed of a new, named donor")
    kind: PledgeKind = "money"
    amount_vnd: Vnd
    due_on: DueDay = Field(description="Day by which the donor means to give, not before the day of the act")
    restriction: Restriction = None


class ExtendPledge(Command):
    """Give the donor of a pledge more time, with the reason; the first day stays known."""

    pledge_id: PledgeId
    due_on: DueDay
    reason: Reason


class Pledges(TextListQuery):
    """The pledges of one drive, for the fund's board; `text` is searched in the donors' names."""

    drive_id: DriveId
    state: PledgeState | None = None


class PledgeStanding(Answer, vi="Tình trạng cam kết ủng hộ"):
    """A pledge after the act; what is owed is whole VND."""

    pledge_id: PledgeId
    donor_id: DonorId | None
    state: PledgeState
    outstanding_vnd: OutstandingVnd
    due_on: DueDay


class PledgeView(Answer, vi="Cam kết ủng hộ"):
    """A pledge as the fund's board sees it."""

    pledge_id: PledgeId
    drive_id: DriveId
    donor_id: DonorId | None
    donor_kind: DonorKind
    donor_name: DonorName | None
    amount_vnd: Vnd
    received_vnd: ReceivedVnd
    due_on: DueDay
    first_due_on: FirstDueDay = Field(description="The due day before it was put off, if it ever was")
    registered_on: RegisteredOn
    restriction: Restriction
    state: PledgeState


class PledgePage(Page[PledgeView], vi="Danh sách cam kết ủng hộ"):
    """One page of pledges."""
