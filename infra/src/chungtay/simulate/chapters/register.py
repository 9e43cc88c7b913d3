"""Communes bring in their lists of households, whole or not at all."""

import base64
import csv
import io
from collections.abc import Sequence

from tenacity import Retrying, retry_if_result, stop_after_delay, wait_fixed

from chungtay.gateway_client import Json
from chungtay.simulate.figures import Area
from chungtay.simulate.player import PATIENCE_SECONDS, Agency, Player

HEADINGS = ("Mã khu dân cư", "Số thứ tự hộ", "Họ và tên chủ hộ", "Số nhân khẩu")
ENDED = {"imported", "rejected"}
MEMBERS = 4
PAUSE_SECONDS = 0.2


def play(player: Player, areas: Sequence[Area]) -> None:
    """Upload each commune's list, and wait until it stands in the register. Raises Refused, Away."""
    for area in areas:
        front = player.agency("ub-mttq-xa", area.commune)
        body = {
            "unit_code": area.commune,
            "format": "csv",
            "content_base64": base64.b64encode(_list(area)).decode(),
            "occurred_on": f"{player.year}-07-20",
        }
        _wait(front, front.post(f"register.{area.commune}.upload", "/v1/campaigns/household-imports", body))


def _wait(front: Agency, job: Json) -> None:
    """Wait until a list stands in the register, or was rejected. Raises Refused, Away."""
    going_on = retry_if_result(lambda shown: shown["state"] not in ENDED)
    Retrying(retry=going_on, wait=wait_fixed(PAUSE_SECONDS), stop=stop_after_delay(PATIENCE_SECONDS))(
        front.get, f"/v1/campaigns/household-imports/{job['import_id']}", as_of=f"{front.player.year}-07-20"
    )


def _list(area: Area) -> bytes:
    """Write a list as the template has it; every name is synthetic and says so."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for number in range(1, area.households + 1):
        writer.writerow((area.code, number, f"Hộ giả lập {number}", MEMBERS))
    return text.getvalue().encode()
