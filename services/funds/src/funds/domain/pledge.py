"""A pledge: registered → partly_received → fulfilled. It is never income."""

from dataclasses import dataclass
from datetime import date

from contracts.errors import InvalidField, Kind, Refusal
from contracts.funds.kinds import DonorKind, PledgeState, Purpose
from funds.domain.donor import check_same_kind


class PledgeExceeded(Refusal):
    """More is given than is still owed; the surplus is a gift of its own with its own receipt."""

    slug = "pledge-exceeded"
    kind = Kind.CONFLICT
    vi = (
        "Cam kết {pledge} chỉ còn {outstanding_vnd} đồng; "
        "phần vượt {surplus_vnd} đồng phải ghi thành khoản ủng hộ riêng."
    )
    en = (
        "Pledge {pledge} is owed {outstanding_vnd} VND; "
        "record the surplus of {surplus_vnd} VND as a gift of its own."
    )


@dataclass(eq=False)
class Pledge:
    """A donor's promise of money; `received_vnd` is what came of it, reversals taken off."""

    id: str
    fund_id: str
    drive_id: str
    donor_id: str | None
    donor_kind: DonorKind
    amount_vnd: int
    due_on: date
    registered_on: date
    restriction: Purpose | None = None
    received_vnd: int = 0

    def __post_init__(self) -> None:
        """Refuse a pledge that was due before it was made. Raises InvalidField."""
        if self.due_on < self.registered_on:
            raise InvalidField(
                "due_on",
                "not-before-pledge",
                "Hạn thực hiện không được trước ngày cam kết",
                "A pledge cannot be due before it is made",
            )

    @property
    def outstanding_vnd(self) -> int:
        """What is still owed, in VND."""
        return self.amount_vnd - self.received_vnd

    @property
    def state(self) -> PledgeState:
        """The state, as the amounts make it."""
        if self.received_vnd == 0:
            return "registered"
        return "fulfilled" if self.outstanding_vnd == 0 else "partly_received"

    def receive(self, amount_vnd: int, on: date) -> None:
        """Count a gift towards the pledge. Raises PledgeExceeded, InvalidField."""
        if on < self.registered_on:
            raise InvalidField(
                "occurred_on",
                "not-before-pledge",
                "Khoản ủng hộ không được có trước cam kết",
                "A gift cannot fulfil a later pledge",
            )
        if amount_vnd > self.outstanding_vnd:
            raise PledgeExceeded(
                pledge=self.id,
                outstanding_vnd=self.outstanding_vnd,
                surplus_vnd=amount_vnd - self.outstanding_vnd,
            )
        self.received_vnd += amount_vnd

    def give_back(self, amount_vnd: int) -> None:
        """Owe again what a reversed receipt had counted."""
        self.received_vnd -= amount_vnd

    def check_donor(self, kind: DonorKind, *, donor_id: str | None, donor_name: str | None) -> None:
        """The donor of a gift is the one who pledged, and is not named again. Raises InvalidField."""
        check_same_kind(self.donor_kind, kind)
        if donor_name is not None or donor_id not in {None, self.donor_id}:
            raise InvalidField(
                "donor_id",
                "donor-of-the-pledge",
                "Người ủng hộ là người đã cam kết, không khai lại",
                "The donor is the one who pledged, and is not given again",
            )

    def check_restriction(self, restriction: Purpose | None) -> None:
        """A gift keeps the purpose of its pledge. Raises InvalidField."""
        if restriction not in {None, self.restriction}:
            raise InvalidField(
                "restriction",
                "purpose-of-the-pledge",
                "Mục đích phải đúng như cam kết",
                "The purpose must be that of the pledge",
            )
