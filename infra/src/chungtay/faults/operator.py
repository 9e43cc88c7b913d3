"""Faults' own operator: looks at what is parked and discards it with a reason, as an agency's would."""

import httpx

from chungtay.faults.driver import Json
from chungtay.faults.members import Member
from chungtay.faults.plant import Plant
from chungtay.faults.planted import Planted
from chungtay.waiting import wait_until
from contracts.reference import agencies
from shared.clock import day_of, system_clock

SECONDS = 30
REASON = "planted by a fault test"


def discard_all(plant: Plant, planted: Planted, member: Member, seqs: list[int]) -> bool:
    """Discard parked events of a service through the gateway; False where one was refused."""
    with httpx.Client(base_url=plant.url, timeout=SECONDS) as http:
        done = [_discard(http, planted, member, seq) for seq in seqs]
        return all(done)


def _discard(http: httpx.Client, planted: Planted, member: Member, seq: int) -> bool:
    key = f"operator-{member.name}-{seq}"
    planted.keys.add(key)
    return wait_until(lambda: _posts(http, member, seq, key), seconds=SECONDS)


def _posts(http: httpx.Client, member: Member, seq: int, key: str) -> bool:
    owner = agencies().holding(member.service.function, day_of(system_clock()))[0].code
    session = http.post("/v1/session", json={"account": owner, "operator": True}).json()
    headers = {
        "Authorization": f"Bearer {session['access_token']}",
        "Idempotency-Key": key,
        "X-Correlation-Id": key,
    }
    body: Json = {"reason": REASON}
    return http.post(f"/v1/{member.name}/parked/{seq}/discard", json=body, headers=headers).is_success
