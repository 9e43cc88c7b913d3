"""The yearly poverty review of communes, with the shares of poor and near-poor that the province had."""

from collections.abc import Sequence
from dataclasses import dataclass

from chungtay.gateway_client import Json
from chungtay.simulate.figures import NEAR_POOR, POOR, Area, district_of, listed
from chungtay.simulate.player import Agency, Player

BASE = "/v1/campaigns/poverty-reviews"
Form = tuple[int, list[str]]
# Form B1, and the indicators of form B2: what makes a household poor, near-poor, or neither.
POOR_FORM: Form = (110, ["housing_quality"])
NEAR_POOR_FORM: Form = (140, ["health_insurance"])
OTHER_FORM: Form = (220, [])
LOOKED_AT = 3  # households of an area that are screened and found to be neither


@dataclass(frozen=True)
class Review:
    """One commune's review of the year."""

    player: Player
    area: Area
    poor: int
    near_poor: int

    def step(self, by: Agency, path: str, act: str, day: str, **more: object) -> Json:
        """Take a step on a day of the year. Raises Refused, Away."""
        body = {"occurred_on": f"{self.player.year}-{day}", **more}
        return by.post(f"poverty.{self.area.commune}.{act}", f"{BASE}{path}", body)


def play(player: Player, areas: Sequence[Area]) -> None:
    """Review each commune, from its list to the province's approval. Raises Refused, Away."""
    for area, poor, near_poor in zip(areas, listed(areas, POOR), listed(areas, NEAR_POOR), strict=True):
        review = Review(player, area, poor, near_poor)
        committee = player.agency("ubnd-xa", area.commune)
        path = _opened(review, committee)
        _score(review, committee, path)
        _meet(review, committee, path)
        _decide(review, committee, path)


def _opened(review: Review, committee: Agency) -> str:
    area = review.area
    areas = [{"area_code": area.code, "area_type": "rural", "households": area.households}]
    more = {"unit_code": area.commune, "year": review.player.year, "areas": areas}
    return f"/{review.step(committee, '', 'open', '09-05', **more)['review_id']}"


def _score(review: Review, committee: Agency, path: str) -> None:
    forms = [POOR_FORM] * review.poor + [NEAR_POOR_FORM] * review.near_poor + [OTHER_FORM] * LOOKED_AT
    named = {"area_code": review.area.code, "list_numbers": list(range(1, len(forms) + 1))}
    screened = review.step(committee, f"{path}/screen", "screen", "09-10", **named)["households"]
    review.step(committee, f"{path}/close-screening", "screened", "09-15")
    scores = [
        {"household_ref": each["household_ref"], "b1_points": points, "deprivations": deprivations}
        for each, (points, deprivations) in zip(screened, forms, strict=False)
    ]
    review.step(committee, f"{path}/score", "score", "10-01", scores=scores)
    review.step(committee, f"{path}/close-scoring", "scored", "10-02")


def _meet(review: Review, committee: Agency, path: str) -> None:
    area = review.area.code
    meeting = {"area_code": area, "attended": 60, "agreed": 55, "minutes_ref": review.player.code("02/BB")}
    review.step(committee, f"{path}/meetings", "meet", "10-10", **meeting)
    group = review.player.agency("ban-ctmt", area)
    review.step(group, f"{path}/meetings/{area}/witness", "witness", "10-11")


def _decide(review: Review, committee: Agency, path: str) -> None:
    player = review.player
    district = player.agency("ubnd-huyen", district_of(review.area.commune, player.year))
    review.step(committee, f"{path}/post", "post", "10-12")
    review.step(committee, f"{path}/close-complaints", "complaints", "10-31", received=0, upheld=0)
    review.step(district, f"{path}/check", "check", "11-10", doc_number=player.code("30/UBND"))
    review.step(committee, f"{path}/decide", "decide", "11-20", decision_no=player.code("31/QĐ-UBND"))
    province = player.agency("ubnd-tinh")
    review.step(province, f"{path}/approve", "approve", "12-20", decision_no=player.code("165/QĐ-UBND"))
