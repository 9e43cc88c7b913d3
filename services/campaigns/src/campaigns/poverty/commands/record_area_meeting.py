"""The meeting of an area's people about the result."""

from campaigns.poverty.answers import standing
from campaigns.poverty.domain.review import MeetingDidNotAgree
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import RecordAreaMeeting, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from contracts.errors import InvalidField
from contracts.reference import rules
from shared.service import command
from shared.work import Work

AGREED = "poor.meeting.quorum_yes"


@command(
    RecordAreaMeeting,
    post="/poverty-reviews/{review_id}/meetings",
    may=commune_committee,
    vi="Ghi nhận cuộc họp khu dân cư",
    takes=["poverty_review:meet", "area_meeting:hold"],
    checks=own_review,
)
def record_area_meeting(wanted: RecordAreaMeeting, work: Work) -> ReviewStanding:
    """Record an area's meeting that agreed with the result; one that did not is held again.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField, MeetingDidNotAgree (rule poor.meeting.quorum_yes).
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    own_review(review, work)
    review.take("meet", work.today)
    _require_agreement(wanted, work)
    area = reviews.area(review.id, wanted.area_code)
    area.hold(wanted.attended, wanted.agreed, wanted.minutes_ref, work.today)
    return standing(review)


def _require_agreement(wanted: RecordAreaMeeting, work: Work) -> None:
    if wanted.agreed > wanted.attended:
        raise InvalidField(
            "agreed",
            "not-above:attended",
            "Số người đồng ý không thể lớn hơn số người dự",
            "More agreed than came",
        )
    law = rules().in_force(AGREED, work.today)
    if not law.is_reached_by(wanted.agreed, wanted.attended):
        raise MeetingDidNotAgree(rule=AGREED, law=law.name, agreed=wanted.agreed, attended=wanted.attended)
