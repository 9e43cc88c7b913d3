"""Form A: which households are to be scored."""

from collections.abc import Sequence

from campaigns.households.enrolment import enrolled
from campaigns.poverty.domain.area import Case
from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import ScreenedHousehold, ScreenedHouseholds, ScreenHouseholds
from campaigns.poverty.repository import PovertyReviews
from shared.service import command
from shared.work import Work


@command(
    ScreenHouseholds,
    post="/poverty-reviews/{review_id}/screen",
    may=commune_committee,
    vi="Nhận dạng nhanh hộ (Phiếu A)",
    takes=["poverty_review:screen"],
    checks=own_review,
)
def screen_households(wanted: ScreenHouseholds, work: Work) -> ScreenedHouseholds:
    """Name households of an area that are to be scored; who is named again is one household still.

    Raises: NotFound, NotAllowed, WrongStep.
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    own_review(review, work)
    review.take("screen", work.today)
    area = reviews.area(review.id, wanted.area_code)
    numbers = sorted(set(wanted.list_numbers))
    households = enrolled(area.area_code, numbers, work)
    refs = [households[number].id for number in numbers]
    _keep_new(review, area.area_code, refs, work)
    named = zip(numbers, refs, strict=True)
    return ScreenedHouseholds(
        review_id=review.id,
        area_code=area.area_code,
        households=[ScreenedHousehold(list_number=number, household_ref=ref) for number, ref in named],
    )


def _keep_new(review: PovertyReview, area_code: str, refs: Sequence[str], work: Work) -> None:
    reviews = PovertyReviews(work)
    known = {each.household_ref for each in reviews.cases(review.id, refs)}
    new = [Case(work.new_id("pvc"), review.id, ref, area_code) for ref in refs if ref not in known]
    reviews.add(*new)
