"""The meetings of the areas about the result, which the Front of the area witnesses."""

from campaigns.poverty.domain.review import MeetingDidNotAgree
from campaigns.poverty.guards import commune_committee, witnesses
from campaigns.poverty.standing import noted, own_review
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import RecordAreaMeeting, ReviewStanding, WitnessAreaMeeting
from contracts.errors import InvalidField, WrongStep
from contracts.reference import rules
from shared.service import command
from shared.work import Work

AGREED = "poor.meeting.quorum_yes"


@command(RecordAreaMeeting, post="/poverty-reviews/{review_id}/meetings", may=commune_committee)
def record_area_meeting(wanted: RecordAreaMeeting, work: Work[CampaignStore]) -> ReviewStanding:
    """Record an area's meeting that agreed with the result; one that did not is held again.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField, MeetingDidNotAgree (rule poor.meeting.quorum_yes).
    """
    review = own_review(wanted.review_id, work)
    review.take("meet", work.today)
    _require_agreement(wanted, work)
    area = work.store.poverty.area(review.id, wanted.kdc_id)
    area.meet(wanted.attended, wanted.agreed, wanted.minutes_ref, work.today)
    return noted(review, "record_area_meeting", work)


@command(WitnessAreaMeeting, post="/poverty-reviews/{review_id}/meetings/{kdc_id}/witness", may=witnesses)
def witness_area_meeting(wanted: WitnessAreaMeeting, work: Work[CampaignStore]) -> ReviewStanding:
    """Confirm, as the area's Front group, that its meeting was held as the minutes say.

    Raises: NotFound, NotAllowed, WrongStep (no meeting yet).
    """
    review = work.store.poverty.review(wanted.review_id)
    area = work.store.poverty.area(review.id, wanted.kdc_id)
    review.take("witness", work.today)
    if area.held_on is None:
        raise WrongStep(
            rule="poverty-review:witness", subject=area.kdc_id, state=review.state, step="witness"
        )
    area.witnessed_on = work.today
    return noted(review, "witness_area_meeting", work)


def _require_agreement(wanted: RecordAreaMeeting, work: Work[CampaignStore]) -> None:
    if wanted.agreed > wanted.attended:
        raise InvalidField(
            "agreed",
            "not-above:attended",
            "Số người đồng ý không thể lớn hơn số người dự",
            "More agreed than came",
        )
    if not rules().in_force(AGREED, work.today).is_reached_by(wanted.agreed, wanted.attended):
        raise MeetingDidNotAgree(rule=AGREED, key=AGREED, agreed=wanted.agreed, attended=wanted.attended)
