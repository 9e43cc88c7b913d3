"""Faults' own operator: looks at what is parked and discards it with a reason, as an agency's would."""

from contextlib import closing

from chungtay.gateway_client import Account, GatewayClient, Unsuccessful
from chungtay.waiting import wait_until
from contracts.reference import agencies
from faults.injected import Injected
from faults.members import Member
from faults.system_under_test import SystemUnderTest
from shared.clock import day_of, system_clock

SECONDS = 30
REASON = "injected by a fault test"


def discard_all(system: SystemUnderTest, injected: Injected, member: Member, seqs: list[int]) -> bool:
    """Discard parked events of a service through the gateway; False where one was refused."""
    with closing(GatewayClient.at(system.url, timeout=SECONDS)) as gateway:
        done = [_discard(gateway, injected, member, seq) for seq in seqs]
        return all(done)


def act(system: SystemUnderTest, injected: Injected, name: str, seq: int, verb: str, number: int) -> bool:
    """Do one thing to a parked event, as one of several operators; False where it was refused."""
    key = f"operator-{name}-{seq}-{verb}-{number}"
    injected.keys.add(key)
    with closing(GatewayClient.at(system.url, timeout=SECONDS)) as gateway:
        return _posts(gateway, system.member(name), seq, key, verb)


def _discard(gateway: GatewayClient, injected: Injected, member: Member, seq: int) -> bool:
    key = f"operator-{member.name}-{seq}"
    injected.keys.add(key)
    return wait_until(lambda: _posts(gateway, member, seq, key), seconds=SECONDS)


def _posts(gateway: GatewayClient, member: Member, seq: int, key: str, verb: str = "discard") -> bool:
    owner = agencies().holding(member.service.function, day_of(system_clock()))[0].code
    path, account = f"/v1/{member.name}/parked/{seq}/{verb}", Account(owner, operator=True)
    try:
        gateway.post(path, {"reason": REASON}, account, key=key, correlation=key)
    except Unsuccessful:
        return False
    return True
