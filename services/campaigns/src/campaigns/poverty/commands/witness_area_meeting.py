"""The Front of an area says that its meeting was held as the minutes say."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import witnesses
from campaigns.poverty.messages.commands import ReviewStanding, WitnessAreaMeeting
from campaigns.poverty.repository import PovertyReviews
from shared.service import command
from shared.work import Work


@command(
    WitnessAreaMeeting,
    post="/poverty-reviews/{review_id}/meetings/{area_code}/witness",
    may=witnesses,
    vi="Xác nhận cuộc họp khu dân cư",
    takes=["poverty_review:witness", "area_meeting:witness"],
)
def witness_area_meeting(wanted: WitnessAreaMeeting, work: Work) -> ReviewStanding:
    """Confirm, as the area's Front group, that its meeting was held as the minutes say.

    Raises: NotFound, NotAllowed, WrongStep (no meeting yet).
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    area = reviews.area(review.id, wanted.area_code)
    review.take("witness", work.today)
    area.witness(work.today)
    return standing(review)
