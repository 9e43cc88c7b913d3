"""A donor: known to the board by name, to everyone else by a reference."""

from dataclasses import dataclass, field

from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.values import DonorKind
from shared.domain.text import folded


@dataclass(eq=False)
class Donor:
    """Who gives to a fund. The name never leaves the service but to the fund's own board."""

    id: str
    fund_id: str
    kind: DonorKind
    name: str
    search: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the name as it is searched."""
        self.search = folded(self.name)

    def check_kind(self, kind: DonorKind) -> None:
        """Refuse another kind than the one that is known. Raises InvalidField."""
        check_same_kind(self.kind, kind)


def check_same_kind(known: DonorKind, given: DonorKind) -> None:
    """Refuse a donor kind that contradicts what is known. Raises InvalidField."""
    if known != given:
        raise InvalidField(
            "donor_kind",
            "donor-of-one-kind",
            f"Người ủng hộ này thuộc loại «{code_name(DonorKind, known).vi}»",
            f"This donor is of kind {known}",
        )


def check_anonymous(*, donor_id: str | None, donor_name: str | None) -> None:
    """An anonymous donor has neither name nor reference. Raises InvalidField."""
    for given, value in (("donor_name", donor_name), ("donor_id", donor_id)):
        if value is not None:
            raise InvalidField(
                given,
                "anonymous-has-no-name",
                "Người ủng hộ ẩn danh thì không ghi tên, không ghi mã",
                "An anonymous donor has neither a name nor a reference",
            )


def name_of_new(donor_name: str | None) -> str:
    """Return the name of a donor who is new to the fund. Raises InvalidField."""
    if donor_name is None or not donor_name.strip():
        raise InvalidField(
            "donor_name",
            "named-donor",
            "Cần tên người ủng hộ, hoặc mã của người đã biết, hoặc chọn loại ẩn danh",
            "Give the donor's name or reference, or choose the anonymous kind",
        )
    return donor_name.strip()
