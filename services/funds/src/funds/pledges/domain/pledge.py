"""A pledge: registered → partly_received → fulfilled, or overdue until it is. It is never income."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from contracts.errors import InvalidField, Kind, Refusal
from contracts.names import Named
from contracts.values import DonorKind, Purpose
from funds.ledger.domain.accounts import PLEDGES
from funds.ledger.domain.ledger import Entry, Line
from funds.pledges.domain.donor import check_same_kind
from shared.domain.deadlines import check_later
from shared.domain.lifecycle import Awaits, Lifecycle, Step

PledgeState = Annotated[
    Literal["registered", "partly_received", "overdue", "fulfilled"],
    Named(
        "Tình trạng cam kết",
        "State of the pledge",
        codes={
            "registered": "Đã đăng ký",
            "partly_received": "Đã thực hiện một phần",
            "overdue": "Quá hạn thực hiện",
            "fulfilled": "Đã thực hiện đủ",
        },
    ),
]
# The fund's board sees to it that what was promised is received by its day.
OWED = Awaits("fulfil", lambda pledge: [pledge.registering_body], due=lambda pledge: pledge.due_on)

LIFECYCLE = Lifecycle(
    "pledge",
    vi="Cam kết ủng hộ",
    states=PledgeState,
    steps={
        "register": Step(to="registered", vi="Đăng ký cam kết ủng hộ", awaits=OWED),
        "receive_part": Step(
            "registered",
            "partly_received",
            "overdue",
            to="partly_received",
            vi="Nhận một phần",
            awaits=OWED,
        ),
        "fulfil": Step("registered", "partly_received", "overdue", to="fulfilled", vi="Nhận đủ"),
        # Found again where a part came in late and the rest did not.
        "fall_overdue": Step(
            "registered", "partly_received", to="overdue", vi="Quá hạn thực hiện", awaits=OWED
        ),
        "extend": Step("registered", "partly_received", vi="Gia hạn cam kết", awaits=OWED),
        "extend_overdue": Step("overdue", to="registered", vi="Gia hạn cam kết đã quá hạn", awaits=OWED),
        "extend_overdue_part": Step(
            "overdue", to="partly_received", vi="Gia hạn phần cam kết đã quá hạn", awaits=OWED
        ),
        "owe_part_again": Step(
            "partly_received",
            "overdue",
            "fulfilled",
            to="partly_received",
            vi="Còn nợ một phần do hủy phiếu thu",
            awaits=OWED,
        ),
        "owe_again": Step(
            "partly_received",
            "overdue",
            "fulfilled",
            to="registered",
            vi="Còn nợ toàn bộ do hủy phiếu thu",
            awaits=OWED,
        ),
    },
)


class PledgeExceeded(Refusal):
    """More is given than is still owed; the surplus is a donation of its own with its own receipt."""

    slug = "pledge-exceeded"
    kind = Kind.CONFLICT
    vi = (
        "Cam kết {pledge} chỉ còn {outstanding_vnd} đồng; "
        "phần vượt {surplus_vnd} đồng phải ghi thành khoản ủng hộ riêng."
    )
    en = (
        "Pledge {pledge} is owed {outstanding_vnd} VND; "
        "record the surplus of {surplus_vnd} VND as a donation of its own."
    )


@dataclass(eq=False)
class Pledge:
    """A donor's promise of money; `received_vnd` is what came of it, reversals taken off.

    `first_due_on` is the day that its donor first named; it stays.
    """

    id: str
    fund_id: str
    drive_id: str
    donor_id: str | None
    donor_kind: DonorKind
    amount_vnd: int
    due_on: date
    registered_on: date
    registering_body: str
    restriction: Purpose | None = None
    received_vnd: int = 0
    first_due_on: date = field(init=False)
    state: PledgeState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life; it is not due before it is made. Raises InvalidField."""
        if self.due_on < self.registered_on:
            raise InvalidField(
                "due_on",
                "not-before-pledge",
                "Hạn thực hiện không được trước ngày cam kết",
                "A pledge cannot be due before it is made",
            )
        self.first_due_on = self.due_on
        LIFECYCLE.begin(self, "register", self.registered_on)

    @property
    def outstanding_vnd(self) -> int:
        """What is still owed, in VND."""
        return self.amount_vnd - self.received_vnd

    def receive(self, amount_vnd: int, on: date) -> None:
        """Count a donation towards the pledge. Raises PledgeExceeded, InvalidField."""
        if on < self.registered_on:
            raise InvalidField(
                "occurred_on",
                "not-before-pledge",
                "Khoản ủng hộ không được có trước cam kết",
                "A donation cannot fulfil a later pledge",
            )
        if amount_vnd > self.outstanding_vnd:
            raise PledgeExceeded(
                pledge=self.id,
                outstanding_vnd=self.outstanding_vnd,
                surplus_vnd=amount_vnd - self.outstanding_vnd,
            )
        whole = amount_vnd == self.outstanding_vnd
        # Receipts may be recorded in another order than that of their days.
        LIFECYCLE.take(self, "fulfil" if whole else "receive_part", max(on, self.stands_since))
        self.received_vnd += amount_vnd

    def fall_overdue(self, on: date) -> None:
        """Keep that its day has passed and part of it is still owed. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "fall_overdue", on)

    def extend(self, due_on: date, on: date, reason: str) -> None:
        """Its board gives the donor more time. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        step = self._extension()
        LIFECYCLE.check(self, step, on)
        check_later(due_on, self.due_on, on)
        self.due_on = due_on
        LIFECYCLE.take(self, step, on, reason=reason)

    def _extension(self) -> str:
        """An overdue pledge stands again as it did before its day passed."""
        if self.state != "overdue":
            return "extend"
        return "extend_overdue_part" if self.received_vnd else "extend_overdue"

    def give_back(self, amount_vnd: int, on: date) -> None:
        """Owe again what a reversed receipt had counted."""
        self.received_vnd -= amount_vnd
        step = "owe_part_again" if self.received_vnd else "owe_again"
        LIFECYCLE.take(self, step, max(on, self.stands_since))

    def check_donor(self, kind: DonorKind, *, donor_id: str | None, donor_name: str | None) -> None:
        """The donor of a donation is the one who pledged, and is not named again. Raises InvalidField."""
        check_same_kind(self.donor_kind, kind)
        if donor_name is not None or donor_id not in {None, self.donor_id}:
            raise InvalidField(
                "donor_id",
                "donor-of-the-pledge",
                "Người ủng hộ là người đã cam kết, không khai lại",
                "The donor is the one who pledged, and is not given again",
            )

    def check_restriction(self, restriction: Purpose | None) -> None:
        """A donation keeps the purpose of its pledge. Raises InvalidField."""
        if restriction not in {None, self.restriction}:
            raise InvalidField(
                "restriction",
                "purpose-of-the-pledge",
                "Mục đích phải đúng như cam kết",
                "The purpose must be that of the pledge",
            )


def entry_of_pledge(entry_id: str, pledge: Pledge) -> Entry:
    """Raise memo account 001; a pledge is no income."""
    lines = [Line(PLEDGES, "debit", pledge.amount_vnd)]
    return Entry(entry_id, pledge.fund_id, pledge.registered_on, "pledge", pledge.id, lines)
