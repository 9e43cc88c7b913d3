"""Households by their number in an area's private list: each keeps its reference for ever."""

from collections.abc import Sequence

from campaigns.domain.registration import Household
from campaigns.store.store import CampaignStore
from shared.work import Work


def enrolled(kdc_id: str, numbers: Sequence[int], work: Work[CampaignStore]) -> dict[int, Household]:
    """Return the households of an area by number; who was not known gets a reference now."""
    known = work.store.households.known(kdc_id, numbers)
    new = {number: Household(work.new_id("hh"), kdc_id, number) for number in numbers if number not in known}
    work.store.add(*new.values())
    return known | new
