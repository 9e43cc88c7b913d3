"""Over random years, the status of each household is what the reviews say, and the counts add up."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.poverty.domain.scoring import classify
from campaigns.poverty.domain.status import LISTED, after_review
from campaigns.poverty.messages.queries import PovertyStatuses
from campaigns.service import service
from shared.testing import Stage, actor

from .conftest import AREA, COMMUNE, FORMS, Round

RESULTS = st.sampled_from(sorted(FORMS))
YEARS = st.lists(st.dictionaries(st.integers(1, 4), RESULTS, max_size=4), min_size=1, max_size=4)


@settings(max_examples=15, deadline=None)
@given(YEARS)
def test_reviews_of_years_in_a_row(years: list[dict[int, str]]) -> None:
    stage, now = Stage(service), dict[int, str]()
    for index, found in enumerate(years):
        listed = {number: "not_poor" for number, status in now.items() if status in LISTED}
        review = Round(stage, 2016 + index)
        approved = review.whole(listed | found)
        before = dict(now)
        for number, result in (listed | found).items():
            now[number] = expected(before.get(number, "not_poor"), result)
        counted = Counter(now.values())
        assert (approved.poor, approved.near_poor) == (counted["poor"], counted["near_poor"])
        shown = stage.ask(PovertyStatuses(area_code=AREA), by=actor("ub-mttq-xa", COMMUNE), on=review.day)
        assert Counter(each.status for each in shown.items) == +Counter(
            {status: count for status, count in counted.items() if status != "not_poor"}
        )


def expected(before: str, found: str) -> str:
    """Say it once more, the long way; a term of three years outlasts these tests."""
    if found in LISTED:
        return found
    return "escaped" if before in {"poor", "escaped"} else "not_poor"


@given(st.sampled_from(["not_poor", "near_poor", "poor", "escaped"]), RESULTS)
def test_nobody_escapes_who_was_not_poor(before: str, found: str) -> None:
    change = after_review(before, found)  # type: ignore[arg-type]
    assert (change.after == "escaped") == (found == "not_poor" and before in {"poor", "escaped"})
    assert change.fallen_back == (before == "escaped" and found == "poor")


@given(st.integers(0, 1000), st.integers(0, 10), st.sampled_from(["rural", "urban"]))
def test_more_points_or_fewer_deprivations_make_nobody_poorer(points: int, deprived: int, area: str) -> None:
    order = ["poor", "near_poor", "not_poor"]
    day = Round(Stage(service), 2017).day
    rank = order.index(classify(area, points, ["x"] * deprived, day))  # type: ignore[arg-type]
    assert rank <= order.index(classify(area, points + 1, ["x"] * deprived, day))  # type: ignore[arg-type]
    assert rank <= order.index(classify(area, points, ["x"] * max(0, deprived - 1), day))  # type: ignore[arg-type]
