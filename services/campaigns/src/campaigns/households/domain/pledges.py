"""What a household registered goes its way: assessed by itself, then confirmed at the festival or not."""

from collections.abc import Mapping, Sequence

from campaigns.households.domain.registration import Registration
from contracts.errors import InvalidField, NotFound
from contracts.names import Name
from contracts.reference import code_names
from contracts.values import ContentCode

REGISTRATION = Name("đăng ký của hộ số", "registration of household")


def require_registered(found: Mapping[int, Registration], numbers: Sequence[int]) -> None:
    """Refuse a list that names a household without a registration. Raises NotFound."""
    for number in numbers:
        if number not in found:
            raise NotFound(what=REGISTRATION, id=number)


def require_of_registration(
    kept: Sequence[ContentCode], registered: Sequence[ContentCode], field: str
) -> None:
    """Refuse contents that a household did not register. Raises InvalidField."""
    strange = sorted(set(kept) - set(registered))
    if strange:
        names = code_names(ContentCode, strange)
        raise InvalidField(
            field,
            "registered-content",
            f"Hộ không đăng ký nội dung: {names.vi}",
            f"The household did not register: {names.en}",
        )
