"""A campaign of the Front that a drive may serve, as the campaigns service told of it."""

from dataclasses import dataclass
from datetime import date

from contracts.errors import InvalidField
from contracts.reference import unit_name, units


@dataclass(eq=False)
class KnownCampaign:
    """A campaign and the unit for whose area it was launched."""

    id: str
    code: str
    name_vi: str
    unit_code: str
    start_on: date
    end_on: date

    def check_covers(self, unit_code: str, on: date) -> None:
        """Refuse a drive outside the campaign's area. Raises InvalidField."""
        if not units().is_within(unit_code, self.unit_code, on):
            unit = unit_name(unit_code, on)
            raise InvalidField(
                "campaign_id",
                "campaign-covers-unit",
                f"Cuộc vận động «{self.name_vi}» không triển khai tại {unit.vi}",
                f"The campaign «{self.name_vi}» does not cover {unit.en}",
            )


def unknown_campaign() -> InvalidField:
    """The refusal of a campaign that the campaigns service has not told of."""
    return InvalidField(
        "campaign_id",
        "known-campaign",
        "Chưa nhận được thông báo phát động cuộc vận động này",
        "No launch of this campaign has been heard of",
    )
