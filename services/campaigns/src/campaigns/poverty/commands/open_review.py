"""Opening a commune's review of a year."""

from campaigns.domain.places import inside
from campaigns.poverty.domain.review import Area, PovertyReview, ReviewOfYearExists
from campaigns.poverty.guards import opens_reviews
from campaigns.poverty.standing import noted
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import OpenPovertyReview, ReviewStanding
from contracts.errors import InvalidField
from contracts.reference import Place
from shared.service import command
from shared.work import Work


@command(OpenPovertyReview, post="/poverty-reviews", may=opens_reviews)
def open_review(wanted: OpenPovertyReview, work: Work[CampaignStore]) -> ReviewStanding:
    """Open the review with the list of the commune's residential areas and their households.

    The rule poor.review.window comes from another province, so that it binds nobody here.
    Raises: NotAllowed, ReviewOfYearExists, InvalidField (areas).
    """
    place = Place.on(wanted.unit_code, work.today)
    _require_areas(wanted, work)
    earlier = work.store.poverty.of_year(wanted.unit_code, wanted.year)
    if earlier:
        raise ReviewOfYearExists(unit_code=wanted.unit_code, year=wanted.year, review_id=earlier.id)
    review = PovertyReview(
        id=work.new_id("pvr"),
        unit_code=wanted.unit_code,
        path=place.path,
        year=wanted.year,
        households=sum(each.households for each in wanted.areas),
        opened_by=work.actor.body,
        opened_on=work.today,
        last_step_on=work.today,
        recorded_at=work.now,
    )
    work.store.add(review)
    areas = [(each.kdc_id, each.area_type, each.households) for each in wanted.areas]
    work.store.add(*(Area(work.new_id("pva"), review.id, *each) for each in areas))
    return noted(review, "open_review", work)


def _require_areas(wanted: OpenPovertyReview, work: Work[CampaignStore]) -> None:
    seen: set[str] = set()
    for index, each in enumerate(wanted.areas):
        if each.kdc_id in seen or not inside(each.kdc_id, wanted.unit_code, work.today):
            field = f"areas.{index}.kdc_id"
            raise InvalidField(
                field,
                "area-of-commune-once",
                "Mỗi khu dân cư phải thuộc xã và chỉ được nêu một lần",
                "Each area lies in the commune and is named once",
            )
        seen.add(each.kdc_id)
