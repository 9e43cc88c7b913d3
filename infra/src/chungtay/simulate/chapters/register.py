"""Communes bring in their lists of households, whole or not at all."""

import base64
import csv
import io
from collections.abc import Sequence
from itertools import count

from chungtay.gateway_client import Json
from chungtay.simulate.figures import Area
from chungtay.simulate.player import Agency, Player

HEADINGS = ("Mã khu dân cư", "Số thứ tự hộ", "Họ và tên chủ hộ", "Số nhân khẩu")
ENDED = {"imported", "rejected"}
MEMBERS = 4


def play(player: Player, areas: Sequence[Area]) -> None:
    """Upload each commune's list, and go on until it stands in the register. Raises Refused, Away."""
    for area in areas:
        front = player.agency("ub-mttq-xa", area.commune)
        body = {
            "unit_code": area.commune,
            "format": "csv",
            "content_base64": base64.b64encode(_list(area)).decode(),
            "occurred_on": f"{player.year}-07-20",
        }
        name = f"register.{area.commune}"
        _go_on(front, name, front.post(f"{name}.upload", "/v1/campaigns/household-imports", body))


def _go_on(front: Agency, name: str, job: Json) -> None:
    path = f"/v1/campaigns/household-imports/{job['import_id']}/continue"
    for part in count(1):
        if job["state"] in ENDED:
            return
        job = front.post(f"{name}.continue.{part}", path, {"occurred_on": f"{front.player.year}-07-20"})


def _list(area: Area) -> bytes:
    """Write a list as the template has it; every name is synthetic and says so."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for number in range(1, area.households + 1):
        writer.writerow((area.code, number, f"Hộ giả lập {number}", MEMBERS))
    return text.getvalue().encode()
