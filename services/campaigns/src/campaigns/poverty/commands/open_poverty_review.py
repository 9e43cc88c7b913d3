"""Opening a commune's review of a year."""

from campaigns.common.domain.places import inside
from campaigns.poverty.answers import standing
from campaigns.poverty.domain.area import Area
from campaigns.poverty.domain.review import PovertyReview, ReviewOfYearExists
from campaigns.poverty.guards import opens_reviews
from campaigns.poverty.messages.commands import OpenPovertyReview, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from contracts.errors import InvalidField
from contracts.reference import Place, unit_name
from shared.service import command
from shared.work import Work


@command(
    OpenPovertyReview,
    post="/poverty-reviews",
    may=opens_reviews,
    vi="Mở đợt rà soát hộ nghèo, hộ cận nghèo",
    takes=["poverty_review:open", "area_meeting:list"],
)
def open_poverty_review(wanted: OpenPovertyReview, work: Work) -> ReviewStanding:
    """Open the review with the list of the commune's residential areas and their households.

    The rule poor.review.window comes from another province, so that it binds nobody here.
    Raises: NotAllowed, ReviewOfYearExists, InvalidField (areas).
    """
    _require_areas(wanted, work)
    reviews = PovertyReviews(work)
    earlier = reviews.of_year(wanted.unit_code, wanted.year)
    if earlier:
        unit = unit_name(wanted.unit_code, work.today)
        raise ReviewOfYearExists(unit=unit, year=wanted.year, review_id=earlier.id)
    review = _review(wanted, work)
    reviews.add(review)
    reviews.add(*_areas(wanted, review.id, work))
    return standing(review)


def _review(wanted: OpenPovertyReview, work: Work) -> PovertyReview:
    return PovertyReview(
        id=work.new_id("pvr"),
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        year=wanted.year,
        households=sum(each.households for each in wanted.areas),
        opening_body=work.actor.body,
        opened_on=work.today,
        recorded_at=work.now,
    )


def _areas(wanted: OpenPovertyReview, review_id: str, work: Work) -> list[Area]:
    return [
        Area(
            id=work.new_id("pva"),
            review_id=review_id,
            area_code=each.area_code,
            area_type=each.area_type,
            households=each.households,
            listed_on=work.today,
        )
        for each in wanted.areas
    ]


def _require_areas(wanted: OpenPovertyReview, work: Work) -> None:
    seen: set[str] = set()
    for index, each in enumerate(wanted.areas):
        if each.area_code in seen or not inside(each.area_code, wanted.unit_code, work.today):
            field = f"areas.{index}.area_code"
            raise InvalidField(
                field,
                "area-of-commune-once",
                "Mỗi khu dân cư phải thuộc xã và chỉ được nêu một lần",
                "Each area lies in the commune and is named once",
            )
        seen.add(each.area_code)
