"""The province approves a review: only now does the status of a household change."""

from campaigns.poverty.domain.area import Case
from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.domain.status import Change, Counts, Standing, after_review, term_end
from campaigns.poverty.guards import approves
from campaigns.poverty.messages.commands import ApprovedReview, ApprovePovertyReview
from campaigns.poverty.repository import PovertyReviews
from contracts.campaigns.poverty import AreaType, HouseholdPovertyStatusChanged, PovertyReviewApproved
from shared.service import command
from shared.work import Work


@command(
    ApprovePovertyReview,
    post="/poverty-reviews/{review_id}/approve",
    may=approves,
    vi="Phê duyệt kết quả rà soát",
    takes=["poverty_review:approve"],
)
def approve_poverty_review(wanted: ApprovePovertyReview, work: Work) -> ApprovedReview:
    """Approve a commune's review; each household whose status it changes is told, by reference.

    Raises: NotFound, NotAllowed, WrongStep.
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    counts = _settle(review, work)
    review.approve(wanted.decision_no, counts, work.today)
    work.emit(_approved(review, wanted.decision_no, counts))
    return _answer(review, counts)


def _settle(review: PovertyReview, work: Work) -> Counts:
    """Give the households the status that the review found, tell of those that changed, and count all."""
    reviews, counts, changed = PovertyReviews(work), Counts(), list[Standing]()
    types = {each.area_code: each.area_type for each in reviews.areas(review.id)}
    current = reviews.current(review.unit_code)
    for case in reviews.cases(review.id):
        before = current.get(case.household_ref)
        change = after_review(before.on(work.today) if before else "not_poor", case.found or "not_poor")
        counts.add(change)
        if change.before == change.after:
            continue
        if before:
            before.until = work.today
        standing = _standing(case, change, review, work)
        changed.append(standing)
        work.emit(_changed(standing, change, types[case.area_code]))
    reviews.add(*changed)
    return counts


def _standing(case: Case, change: Change, review: PovertyReview, work: Work) -> Standing:
    return Standing(
        id=work.new_id("pst"),
        household_ref=case.household_ref,
        area_code=case.area_code,
        path=f"{review.path}{case.area_code}/",
        status=change.after,
        fallen_back=change.fallen_back,
        deprivations=len(case.deprivations or []),
        review_id=review.id,
        since=work.today,
        term_ends_on=term_end(work.today) if change.after == "escaped" else None,
    )


def _changed(standing: Standing, change: Change, area_type: AreaType) -> HouseholdPovertyStatusChanged:
    return HouseholdPovertyStatusChanged(
        household_ref=standing.household_ref,
        area_code=standing.area_code,
        from_status=change.before,
        to_status=change.after,
        fallen_back=change.fallen_back,
        area_type=area_type,
        deprivations=standing.deprivations,
        effective_on=standing.since,
        term_ends_on=standing.term_ends_on,
    )


def _approved(review: PovertyReview, decision_no: str, counts: Counts) -> PovertyReviewApproved:
    return PovertyReviewApproved(
        review_id=review.id,
        unit_code=review.unit_code,
        year=review.year,
        households=review.households,
        poor=counts.poor,
        near_poor=counts.near_poor,
        escaped=counts.escaped,
        fallen_back=counts.fallen_back,
        decision_no=decision_no,
        approved_on=review.stands_since,
    )


def _answer(review: PovertyReview, counts: Counts) -> ApprovedReview:
    return ApprovedReview(
        review_id=review.id,
        unit_code=review.unit_code,
        year=review.year,
        state=review.state,
        due=review.posting,
        households=review.households,
        poor=counts.poor,
        near_poor=counts.near_poor,
        escaped=counts.escaped,
        fallen_back=counts.fallen_back,
    )
