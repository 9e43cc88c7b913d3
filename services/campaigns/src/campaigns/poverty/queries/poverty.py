"""Reviews and rates are public; households are shown to the state and the Front of their place."""

from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.guards import reads_households
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.queries import (
    PovertyRates,
    PovertyRatesAnswer,
    PovertyReviewById,
    PovertyReviewDetail,
    PovertyReviewList,
    PovertyReviewPage,
    PovertyReviewRecord,
    PovertyStanding,
    PovertyStandingPage,
    PovertyStatuses,
    ReviewedAreaRecord,
    ReviewedHousehold,
    ReviewedHouseholdPage,
    ReviewedHouseholds,
    Share,
)
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(PovertyReviewById, get="/poverty-reviews/{review_id}", may=signed_in)
def review_by_id(asked: PovertyReviewById, work: Work[CampaignStore]) -> PovertyReviewDetail:
    """Show a review with its areas and their meetings. Raises NotFound."""
    review = work.store.poverty.review(asked.review_id)
    areas = [record(ReviewedAreaRecord, each) for each in work.store.poverty.areas(review.id)]
    return record(PovertyReviewDetail, review, review_id=review.id, areas=areas)


@query(PovertyReviewList, get="/poverty-reviews", may=signed_in)
def review_list(asked: PovertyReviewList, work: Work[CampaignStore]) -> PovertyReviewPage:
    """List reviews by place and all below it, year and state."""
    found, after = work.store.poverty.reviews(asked)
    return PovertyReviewPage(items=[_review(each) for each in found], next_cursor=after)


@query(
    ReviewedHouseholds,
    get="/poverty-reviews/{review_id}/areas/{kdc_id}/households",
    may=reads_households,
    personal=True,
)
def reviewed_households(asked: ReviewedHouseholds, work: Work[CampaignStore]) -> ReviewedHouseholdPage:
    """Show an area's screened households with their form B, by reference; each reading is audited."""
    found, after = work.store.poverty.page_of_cases(asked)
    items = [record(ReviewedHousehold, each, deprivations=each.deprivations or []) for each in found]
    return ReviewedHouseholdPage(items=items, next_cursor=after)


@query(PovertyStatuses, get="/poverty-statuses", may=reads_households, personal=True)
def poverty_statuses(asked: PovertyStatuses, work: Work[CampaignStore]) -> PovertyStandingPage:
    """List the households of an area that are poor, near-poor or escaped on the day of `as_of`."""
    found, after = work.store.poverty.standings(asked, work.today)
    items = [record(PovertyStanding, each, status=each.on(work.today)) for each in found]
    return PovertyStandingPage(items=items, next_cursor=after)


@query(PovertyRates, get="/poverty-rates", may=anyone)
def poverty_rates(asked: PovertyRates, work: Work[CampaignStore]) -> PovertyRatesAnswer:
    """Give the counts of a unit and all below it by the last approved reviews, as of the day of `as_of`."""
    rates = work.store.poverty.rates(asked.unit_code, work.today)
    return PovertyRatesAnswer(
        unit_code=asked.unit_code,
        on=work.today,
        **rates._asdict(),
        poor_share=Share(numerator=rates.poor, denominator=rates.households),
        near_poor_share=Share(numerator=rates.near_poor, denominator=rates.households),
    )


def _review(found: PovertyReview) -> PovertyReviewRecord:
    return record(PovertyReviewRecord, found, review_id=found.id)
