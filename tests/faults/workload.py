"""What the agencies do while faults happen: short journeys over all five services, each with own numbers.

All of it is synthetic («giả lập»). Several acts of a journey concern one object, so that its events have an
order that can be broken.
"""

import itertools
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from chungtay.gateway_client import Json
from contracts.reference import units
from faults.driver import Act, Journey

DAY = "2017-10-17"
SIGNING = date(2017, 6, 16)
FRONT, STATE = "btt-mttq-tinh", "ubnd-tinh"
YEARS = (2017, 2018, 2019)
# A service hears of another's act a moment later; until then it refuses by this rule.
NOT_HEARD_YET = frozenset({"known-campaign"})


@dataclass
class Workload:
    """What the journeys share: running numbers and the campaigns launched so far."""

    run: str
    draw: random.Random
    services: tuple[str, ...]
    campaigns: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def number(self) -> int:
        """Return a number that was never returned before."""
        with self._lock:
            return next(self._numbers)

    def code(self) -> str:
        """Return a document number of this run alone."""
        return f"{self.run}-{self.number()}".upper()

    @cached_property
    def communes(self) -> list[str]:
        """The communes on the programme's day."""
        return [unit.code for unit in units().communes(SIGNING)]

    def journeys(self, count: int) -> list[Journey]:
        """Draw journeys that the running services can take part in; the first launches a campaign."""
        journeys = [journey for service, journey in JOURNEYS if service in self.services]
        drawn = [self.draw.choice(journeys)(self) for _ in range(count)]
        return drawn if self.campaigns else [launch(self), *drawn]

    def journeys_of(self, *services: str, count: int) -> list[Journey]:
        """Draw journeys of some services only."""
        journeys = [journey for service, journey in JOURNEYS if service in services]
        return [self.draw.choice(journeys)(self) for _ in range(count)]


def launch(workload: Workload) -> Journey:
    """The Front launches a campaign; funds hears of it."""
    launched = yield Act(
        "/v1/campaigns/campaigns",
        FRONT,
        {
            "code": workload.code(),
            "name_vi": "Cuộc vận động giả lập",
            "unit_code": "19",
            "start_on": "2017-06-20",
            "end_on": "2022-06-16",
            "occurred_on": "2017-06-20",
        },
    )
    workload.campaigns.append(launched["campaign_id"])


def guide(workload: Workload) -> Journey:
    """The Front issues a document and two communes read it; supervision hears of it."""
    issued = yield Act(
        "/v1/campaigns/guidance",
        FRONT,
        {
            "kind": "guidance",
            "doc_number": workload.code(),
            "title": "Hướng dẫn giả lập",
            "audience_levels": ["H", "X", "K"],
            "effective_on": DAY,
            "occurred_on": DAY,
        },
    )
    for commune in workload.communes[:2]:
        read = f"/v1/campaigns/guidance/{issued['guidance_id']}/acknowledge"
        yield Act(read, "ub-mttq-xa", {"occurred_on": DAY}, commune)


def register(workload: Workload) -> Journey:
    """A residential area registers the same households year after year: one key, several events."""
    if not workload.campaigns:
        return
    campaign, commune, start = (
        workload.draw.choice(workload.campaigns),
        workload.draw.choice(workload.communes),
        workload.number(),
    )
    area = f"{commune}-K001"
    for year in YEARS:
        households = [
            {"list_number": 20 * start + each, "content_codes": ["ND1", "ND3"]} for each in range(1, 6)
        ]
        body = {"area_code": area, "campaign_id": campaign, "year": year, "households": households}
        yield Act("/v1/campaigns/registrations", "ban-ctmt", {**body, "occurred_on": DAY}, area)


def raise_money(workload: Workload) -> Journey:
    """The board opens a drive of a campaign, takes donations, reverses one; campaigns hears of the drive."""
    drive: Json = {
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "name": "Tháng cao điểm giả lập",
        "start_on": DAY,
        "end_on": "2017-11-18",
        "campaign_id": workload.draw.choice(workload.campaigns) if workload.campaigns else None,
        "coordinating_bodies": ["so-ldtbxh"],
        "occurred_on": DAY,
    }
    board = "ban-vd-quy-tinh"
    opened = yield Act("/v1/funds/drives", board, drive, until=NOT_HEARD_YET)
    donation = {
        "drive_id": opened["drive_id"],
        "donor_kind": "enterprise",
        "donor_name": "Công ty Giả lập",
        "kind": "bank",
        "occurred_on": DAY,
    }
    for amount in (100_000, 200_000):
        given = yield Act("/v1/funds/donations", board, {**donation, "amount_vnd": amount})
    back = {
        "reason": "failed_transfer",
        "note": "Chuyển khoản giả lập không thành",
        "occurred_on": "2017-10-23",
    }
    yield Act(f"/v1/funds/donations/{given['donation_id']}/reverse", board, back)


def supervise(workload: Workload) -> Journey:
    """A commune's Front agrees a plan with its committee, recommends and is answered; critique hears."""
    number = workload.number()
    commune = workload.communes[number % len(workload.communes)]
    year, committee = 2017 + number // len(workload.communes), f"ubnd-xa/{commune}"
    topic = {"topic": "GS-GN-1", "form": "people_boards", "target_bodies": [committee]}
    plan = {
        "year": year,
        "unit_code": commune,
        "topics": [topic],
        "consulted_bodies": [committee],
        "occurred_on": "2017-07-03",
    }
    proposed = yield Act("/v1/supervision/plans", "ub-mttq-xa", plan, commune)
    address = f"/v1/supervision/plans/{proposed['plan_id']}"
    yield Act(f"{address}/state-view", "ubnd-xa", {"view": "agreed", "occurred_on": "2017-07-04"}, commune)
    agreement = {"doc_number": workload.code(), "occurred_on": "2017-07-10"}
    yield Act(f"{address}/agree", "ub-mttq-xa", agreement, commune)
    yield from _recommend(workload, proposed["plan_id"], commune)


def _recommend(workload: Workload, plan_id: str, commune: str) -> Journey:
    wanted = {
        "plan_id": plan_id,
        "topic": "GS-GN-1",
        "addressee_body": f"ubnd-xa/{commune}",
        "doc_number": workload.code(),
        "text": "Niêm yết danh sách tại nhà văn hóa (giả lập)",
        "legal_basis": ["QĐ 1722/QĐ-TTg"],
        "occurred_on": "2017-09-01",
    }
    sent = yield Act("/v1/supervision/recommendations", "ub-mttq-xa", wanted, commune)
    address = f"/v1/supervision/recommendations/{sent['recommendation_id']}"
    yield Act(f"{address}/acknowledge", "ubnd-xa", {"occurred_on": "2017-09-02"}, commune)
    answer = {"outcome": "accepted", "doc_number": workload.code(), "occurred_on": "2017-09-15"}
    yield Act(f"{address}/answer", "ubnd-xa", answer, commune)


def criticise(_: Workload) -> Journey:
    """A department submits a draft, completes its dossier, and the Front decides how to critique it."""
    draft: Json = {
        "kind": "policy",
        "title": "Chính sách giả lập",
        "unit_code": "19",
        "conditions": [
            {"kind": kind, "evidence": "Tờ trình giả lập"} for kind in ("documents", "time", "people")
        ],
        "occurred_on": "2017-07-03",
    }
    registered = yield Act("/v1/critique/drafts", "so-xd", draft)
    address = f"/v1/critique/drafts/{registered['draft_id']}"
    money = {"conditions": [{"kind": "money", "evidence": "Tờ trình giả lập"}], "occurred_on": "2017-07-04"}
    yield Act(f"{address}/complete-dossier", "so-xd", money)
    decision = {
        "track": "critique",
        "form": "conference",
        "chair_body": FRONT,
        "reason": "content",
        "note": "Liên quan trực tiếp đến đời sống nhân dân (giả lập)",
        "session_on": "2017-07-20",
        "occurred_on": "2017-07-04",
    }
    yield Act(f"{address}/decide-form", FRONT, decision)


def sign_programme(workload: Workload) -> Journey:
    """Both sides sign a programme; it is in force with the second signature."""
    programme = {
        "number": f"{workload.number()}/CTrPH/GL-{workload.run}",
        "title": "Chương trình giả lập",
        "basis": "Nghị quyết liên tịch 88",
        "signatory_bodies": ["ub-mttq-tinh", STATE],
        "occurred_on": "2017-06-16",
    }
    proposed = yield Act("/v1/reporting/programmes", "ub-mttq-tinh", programme)
    for party in ("ub-mttq-tinh", STATE):
        sign = f"/v1/reporting/programmes/{proposed['programme_id']}/sign"
        yield Act(sign, party, {"occurred_on": "2017-06-16"})


JOURNEYS: tuple[tuple[str, Callable[[Workload], Journey]], ...] = (
    ("campaigns", launch),
    ("campaigns", guide),
    ("campaigns", register),
    ("funds", raise_money),
    ("supervision", supervise),
    ("critique", criticise),
    ("reporting", sign_programme),
)
