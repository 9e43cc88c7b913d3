"""The end of the time for complaints about a posted result."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import CloseComplaints, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from campaigns.poverty.scores import write_scores
from contracts.errors import InvalidField
from shared.domain.deadlines import too_early
from shared.service import command
from shared.work import Work


@command(
    CloseComplaints,
    post="/poverty-reviews/{review_id}/close-complaints",
    may=commune_committee,
    vi="Kết thúc nhận khiếu nại, phản ánh",
    takes=["poverty_review:close_complaints"],
    checks=own_review,
)
def close_complaints(wanted: CloseComplaints, work: Work) -> ReviewStanding:
    """End the time for complaints, not before the posting's days are over, with the scores that they changed.

    Raises: NotFound, NotAllowed, WrongStep, TooEarly (rule poor.public_posting), InvalidField.
    """
    review = PovertyReviews(work).get(wanted.review_id)
    own_review(review, work)
    review.close_complaints(wanted.received, wanted.upheld, work.today)
    due = review.posting
    if due and work.today < due.due_on:
        raise too_early(due)
    _require_counts(wanted)
    write_scores(review, wanted.corrections, work)
    return standing(review)


def _require_counts(wanted: CloseComplaints) -> None:
    if wanted.upheld > wanted.received or len(wanted.corrections) > wanted.upheld:
        raise InvalidField(
            "upheld",
            "upheld-of-received",
            "Số khiếu nại đúng phải từ số hộ được sửa đến số khiếu nại đã nhận",
            "Upheld are at least the corrections and at most what was received",
        )
