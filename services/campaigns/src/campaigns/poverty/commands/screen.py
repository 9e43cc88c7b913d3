"""Form A: which households are to be scored."""

from campaigns.enrolment import enrolled
from campaigns.poverty.domain.review import Case
from campaigns.poverty.guards import commune_committee
from campaigns.poverty.standing import noted, own_review
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import (
    CloseScreening,
    ReviewStanding,
    ScreenedHousehold,
    ScreenedHouseholds,
    ScreenHouseholds,
)
from shared.service import command
from shared.work import Work


@command(ScreenHouseholds, post="/poverty-reviews/{review_id}/screen", may=commune_committee)
def screen_households(wanted: ScreenHouseholds, work: Work[CampaignStore]) -> ScreenedHouseholds:
    """Name households of an area that are to be scored; who is named again is one household still.

    Raises: NotFound, NotAllowed, WrongStep.
    """
    review = own_review(wanted.review_id, work)
    review.take("screen", work.today)
    work.store.poverty.area(review.id, wanted.kdc_id)
    numbers = sorted(set(wanted.list_numbers))
    households = enrolled(wanted.kdc_id, numbers, work)
    refs = [households[number].id for number in numbers]
    known = {each.household_ref for each in work.store.poverty.cases(review.id, refs)}
    new = [ref for ref in refs if ref not in known]
    work.store.add(*(Case(work.new_id("pvc"), review.id, ref, wanted.kdc_id) for ref in new))
    named = zip(numbers, refs, strict=True)
    return ScreenedHouseholds(
        review_id=review.id,
        kdc_id=wanted.kdc_id,
        households=[ScreenedHousehold(list_number=number, household_ref=ref) for number, ref in named],
    )


@command(CloseScreening, post="/poverty-reviews/{review_id}/close-screening", may=commune_committee)
def close_screening(wanted: CloseScreening, work: Work[CampaignStore]) -> ReviewStanding:
    """End the quick look, once every household on the list of the poor and near-poor is among the screened.

    Raises: NotFound, NotAllowed, WrongStep, NotYetComplete.
    """
    review = own_review(wanted.review_id, work)
    missing = work.store.poverty.listed_but_not_screened(review)
    review.require_all(
        "close_screening", missing, "hộ trong danh sách chưa được sàng lọc", "listed households"
    )
    review.take("close_screening", work.today)
    return noted(review, "close_screening", work)
