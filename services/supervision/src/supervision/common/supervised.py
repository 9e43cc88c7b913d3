"""Who is supervised: only a state body «cùng cấp», which itself never supervises (II.4a; notes §2.3)."""

from contracts.errors import InvalidField
from contracts.reference import Body
from contracts.values import BodyLevel

SUPERVISED = ("peoples-committee", "state-department", "peoples-council", "drafting-body")


def check_supervised(body: Body, level: BodyLevel, unit_code: str, field: str) -> None:
    """Only a state body of the same level and unit is supervised. Raises InvalidField."""
    if body.side != "state" or not body.holds(*SUPERVISED) or not body.is_at(level, unit_code):
        raise InvalidField(
            field,
            "state-body-of-the-level",
            f"{body.called.vi} không phải cơ quan Nhà nước cùng cấp, cùng địa bàn",
            f"{body.called.en} is no state body of the same level and unit",
        )
