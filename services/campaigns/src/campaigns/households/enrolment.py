"""Households by their number in an area's private list: each keeps its reference for ever."""

from collections.abc import Sequence

from campaigns.households.domain.registration import Household
from campaigns.households.repository import Households
from shared.work import Work


def enrolled(area_code: str, numbers: Sequence[int], work: Work) -> dict[int, Household]:
    """Return the households of an area by number; who was not known gets a reference now."""
    households = Households(work)
    known = households.known(area_code, numbers)
    new = {
        number: Household(work.new_id("hh"), area_code, number) for number in numbers if number not in known
    }
    households.add(*new.values())
    return known | new
