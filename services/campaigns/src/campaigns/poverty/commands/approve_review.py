"""The province approves a review: only now does the status of a household change."""

from campaigns.poverty.domain.review import Area, Case, Counts, PovertyReview
from campaigns.poverty.domain.status import Change, Standing, after_review, term_end
from campaigns.poverty.guards import approves
from campaigns.poverty.standing import noted
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import ApprovedReview, ApprovePovertyReview
from contracts.campaigns.poverty.events import HouseholdPovertyStatusChanged, PovertyReviewApproved
from contracts.campaigns.poverty.values import PovertyStatus
from shared.service import command
from shared.work import Work


@command(ApprovePovertyReview, post="/poverty-reviews/{review_id}/approve", may=approves)
def approve_review(wanted: ApprovePovertyReview, work: Work[CampaignStore]) -> ApprovedReview:
    """Approve a commune's review; each household whose status it changes is told, by reference.

    Raises: NotFound, NotAllowed, WrongStep.
    """
    review = work.store.poverty.review(wanted.review_id)
    areas = {each.kdc_id: each for each in work.store.poverty.areas(review.id)}
    current = work.store.poverty.current(review.unit_code)
    counts = Counts()
    for case in work.store.poverty.cases(review.id):
        _settle(case, current.get(case.household_ref), areas[case.kdc_id], counts, review, work)
    review.approve(wanted.decision_no, counts, work.today)
    work.emit(_approved(review))
    standing = noted(review, "approve_review", work)
    return ApprovedReview(**dict(standing), households=review.households, **vars(counts))


def _settle(
    case: Case,
    standing: Standing | None,
    area: Area,
    counts: Counts,
    review: PovertyReview,
    work: Work[CampaignStore],
) -> None:
    """Give a household the status that the review found, if it is another than before."""
    before: PovertyStatus = standing.on(work.today) if standing else "not_poor"
    change = after_review(before, case.found or "not_poor")
    counts.poor += change.after == "poor"
    counts.near_poor += change.after == "near_poor"
    counts.escaped += change.escaped
    counts.fallen_back += change.fallen_back
    if change.before == change.after:
        return
    if standing:
        standing.until = work.today
    new = _standing(case, change, review, work)
    work.store.add(new)
    work.emit(_changed(new, change, area))


def _standing(case: Case, change: Change, review: PovertyReview, work: Work[CampaignStore]) -> Standing:
    return Standing(
        id=work.new_id("pst"),
        household_ref=case.household_ref,
        kdc_id=case.kdc_id,
        path=f"{review.path}{case.kdc_id}/",
        status=change.after,
        fallen_back=change.fallen_back,
        deprivations=len(case.deprivations or []),
        review_id=review.id,
        since=work.today,
        term_ends_on=term_end(work.today) if change.after == "escaped" else None,
    )


def _changed(standing: Standing, change: Change, area: Area) -> HouseholdPovertyStatusChanged:
    return HouseholdPovertyStatusChanged(
        household_ref=standing.household_ref,
        kdc_id=standing.kdc_id,
        from_status=change.before,
        to_status=change.after,
        fallen_back=change.fallen_back,
        area_type=area.area_type,
        deprivations=standing.deprivations,
        effective_on=standing.since,
        term_ends_on=standing.term_ends_on,
    )


def _approved(review: PovertyReview) -> PovertyReviewApproved:
    names = set(PovertyReviewApproved.model_fields) - {"review_id", "decision_no"}
    figures = {name: getattr(review, name) for name in names}
    return PovertyReviewApproved.model_validate(
        {"review_id": review.id, "decision_no": review.approval, **figures}
    )
