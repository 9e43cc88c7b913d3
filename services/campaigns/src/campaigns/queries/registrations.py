"""How many households registered: public counts, never households."""

from itertools import groupby

from campaigns.domain.registration import count_by_content
from campaigns.store.households import Contents
from campaigns.store.store import CampaignStore
from contracts.campaigns.queries import AreaCount, AreaCountPage, RegistrationCounts
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(RegistrationCounts, get="/registrations", may=anyone)
def registration_counts(asked: RegistrationCounts, work: Work[CampaignStore]) -> AreaCountPage:
    """Count registered households by residential area, year and content; a page holds whole areas."""
    areas, after = work.store.households.areas(asked)
    found = work.store.households.contents(areas, asked.year)
    counts = [
        _count(kdc_id, year, list(group))
        for (kdc_id, year), group in groupby(found, key=lambda each: (each.kdc_id, each.year))
    ]
    return AreaCountPage(items=counts, next_cursor=after)


def _count(kdc_id: str, year: int, chosen: list[Contents]) -> AreaCount:
    contents = count_by_content((each.codes, each.households) for each in chosen)
    households = sum(each.households for each in chosen)
    return AreaCount.model_validate(
        {"kdc_id": kdc_id, "year": year, "households": households, "by_content": contents}
    )
