"""How many households registered: public counts, never households."""

from itertools import groupby

from campaigns.households.domain.registration import count_by_content
from campaigns.households.messages import AreaCount, AreaCountPage, RegistrationCounts
from campaigns.households.repository import Contents, Households
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(RegistrationCounts, get="/registrations", may=anyone, vi="Số hộ đăng ký theo khu dân cư")
def registration_counts(asked: RegistrationCounts, work: Work) -> AreaCountPage:
    """Count registered households by residential area, year and content; a page holds whole areas."""
    households = Households(work)
    areas, after = households.areas_registered(asked)
    found = households.contents(areas, asked)
    counts = [
        _count(area_code, year, list(group))
        for (area_code, year), group in groupby(found, key=lambda each: (each.area_code, each.year))
    ]
    return AreaCountPage(items=counts, next_cursor=after)


def _count(area_code: str, year: int, chosen: list[Contents]) -> AreaCount:
    return AreaCount(
        area_code=area_code,
        year=year,
        households=sum(each.households for each in chosen),
        by_content=count_by_content((each.codes, each.households) for each in chosen),
    )
