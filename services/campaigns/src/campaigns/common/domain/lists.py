"""Lists that name each thing once."""

from collections.abc import Sequence
from typing import TypeVar

from contracts.errors import InvalidField

T = TypeVar("T")


def distinct(items: Sequence[T], field: str) -> list[T]:
    """Return the items in their order. Raises InvalidField where one is named twice."""
    if len(set(items)) != len(items):
        raise InvalidField(field, "distinct", "Có mục bị lặp lại", "An item is named twice")
    return list(items)
