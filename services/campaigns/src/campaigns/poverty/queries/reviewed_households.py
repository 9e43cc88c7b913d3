"""The screened households of an area, shown to the state and the Front of their place."""

from campaigns.common.record import record
from campaigns.poverty.guards import reads_households
from campaigns.poverty.messages.queries import (
    ReviewedHousehold,
    ReviewedHouseholdPage,
    ReviewedHouseholds,
)
from campaigns.poverty.repository import PovertyReviews
from shared.service import query
from shared.work import Work


@query(
    ReviewedHouseholds,
    get="/poverty-reviews/{review_id}/areas/{area_code}/households",
    may=reads_households,
    vi="Các hộ được rà soát trong khu dân cư",
    personal=True,
)
def reviewed_households(asked: ReviewedHouseholds, work: Work) -> ReviewedHouseholdPage:
    """Show an area's screened households with their form B, by reference; each reading is audited.

    Raises NotFound.
    """
    reviews = PovertyReviews(work)
    found, after = reviews.page_of_cases(reviews.get(asked.review_id), asked)
    items = [record(ReviewedHousehold, each, deprivations=each.deprivations or []) for each in found]
    return ReviewedHouseholdPage(items=items, next_cursor=after)
