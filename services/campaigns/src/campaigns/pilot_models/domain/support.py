"""What a body gave to a model: money in đồng, or goods in their own unit of measure."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.campaigns.pilot_models import SupportKind
from contracts.errors import InvalidField
from contracts.names import code_name

OF_KIND = {"money": ("amount_vnd",), "goods": ("item", "quantity", "measure_unit")}


@dataclass(eq=False)
class Support:
    """One line of support; `quantity` is a decimal number as text."""

    id: str
    model_id: str
    replication_id: str | None
    supporting_body: str
    given_on: date
    kind: SupportKind
    amount_vnd: int | None
    item: str | None
    quantity: str | None
    measure_unit: str | None
    recorded_at: datetime

    def __post_init__(self) -> None:
        """Check that the fields of its kind are given, and no others. Raises InvalidField."""
        for kind, names in OF_KIND.items():
            for name in names:
                if (getattr(self, name) is not None) != (kind == self.kind):
                    raise InvalidField(
                        name,
                        f"only-and-always-for:{kind}",
                        f"Bắt buộc với hỗ trợ «{code_name(SupportKind, kind).vi}», không dùng cho loại khác",
                        f"Required for support of the kind {kind}, and only there",
                    )
