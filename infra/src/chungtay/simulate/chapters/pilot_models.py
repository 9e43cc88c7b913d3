"""Member organisations build models of sustainable poverty reduction (II.3a-b)."""

from collections.abc import Sequence

from chungtay.simulate.figures import Area
from chungtay.simulate.player import Player

BASE = "/v1/campaigns/models"
CHAIRS = ("hnd-tinh", "hlhpn-tinh")


def play(player: Player, areas: Sequence[Area]) -> None:
    """Propose a model in each area, in turn by each organisation, and begin its trial.

    Raises Refused, Away.
    """
    for index, area in enumerate(areas):
        chair = player.agency(CHAIRS[index % len(CHAIRS)])
        proposal = {
            "type": "GN-BV",
            "subject_kind": "kdc",
            "unit_code": area.code,
            "name_vi": "Giảm nghèo bền vững nhờ chè an toàn (giả lập)",
            "summary": "Các hộ cùng trồng chè theo quy trình an toàn (giả lập)",
            "occurred_on": f"{player.year}-07-03",
        }
        made = chair.post(f"model.{area.code}.propose", BASE, proposal)
        path = f"{BASE}/{made['model_id']}/pilot"
        chair.post(f"model.{area.code}.pilot", path, {"occurred_on": f"{player.year}-07-10"})
