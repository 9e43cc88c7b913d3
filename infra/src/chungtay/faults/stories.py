"""What the agencies do while faults happen: short stories over all five services, each with own numbers.

All of it is synthetic («giả lập»). Several acts of a story concern one object, so that its events have an
order that can be broken.
"""

import itertools
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from chungtay.faults.driver import Act, Json, Story
from contracts.reference import units

DAY = "2017-10-17"
SIGNING = date(2017, 6, 16)
FRONT, STATE = "btt-mttq-tinh", "ubnd-tinh"
YEARS = (2017, 2018, 2019)
# A service hears of another's act a moment later; until then it refuses by this rule.
NOT_HEARD_YET = frozenset({"known-campaign"})


@dataclass
class World:
    """What the stories share: running numbers and the campaigns launched so far."""

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

    def stories(self, count: int) -> list[Story]:
        """Draw stories that the running services can take part in; the first launches a campaign."""
        tellings = [telling for service, telling in TELLINGS if service in self.services]
        drawn = [self.draw.choice(tellings)(self) for _ in range(count)]
        return drawn if self.campaigns else [launch(self), *drawn]

    def stories_of(self, *services: str, count: int) -> list[Story]:
        """Draw stories of some services only."""
        tellings = [telling for service, telling in TELLINGS if service in services]
        return [self.draw.choice(tellings)(self) for _ in range(count)]


def launch(world: World) -> Story:
    """The Front launches a campaign; funds hears of it."""
    launched = yield Act(
        "/v1/campaigns/campaigns",
        FRONT,
        {
            "code": world.code(),
            "name_vi": "Cuộc vận động giả lập",
            "unit_code": "19",
            "start_on": "2017-06-20",
            "end_on": "2022-06-16",
            "occurred_on": "2017-06-20",
        },
    )
    world.campaigns.append(launched["campaign_id"])


def guide(world: World) -> Story:
    """The Front issues a document and two communes read it; supervision hears of it."""
    issued = yield Act(
        "/v1/campaigns/guidance",
        FRONT,
        {
            "kind": "guidance",
            "doc_number": world.code(),
            "title": "Hướng dẫn giả lập",
            "audience_levels": ["H", "X", "K"],
            "effective_on": DAY,
            "occurred_on": DAY,
        },
    )
    for commune in world.communes[:2]:
        read = f"/v1/campaigns/guidance/{issued['guidance_id']}/acknowledge"
        yield Act(read, "ub-mttq-xa", {"occurred_on": DAY}, commune)


def register(world: World) -> Story:
    """A residential area registers the same households year after year: one key, several events."""
    if not world.campaigns:
        return
    campaign, commune, start = (
        world.draw.choice(world.campaigns),
        world.draw.choice(world.communes),
        world.number(),
    )
    area = f"{commune}-K001"
    for year in YEARS:
        households = [
            {"list_number": 20 * start + each, "content_codes": ["ND1", "ND3"]} for each in range(1, 6)
        ]
        body = {"kdc_id": area, "campaign_id": campaign, "year": year, "households": households}
        yield Act("/v1/campaigns/registrations", "ban-ctmt", {**body, "occurred_on": DAY}, area)


def raise_money(world: World) -> Story:
    """The board opens a drive of a campaign, takes gifts and takes one back; campaigns hears of the drive."""
    drive: Json = {
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "name": "Tháng cao điểm giả lập",
        "start_on": DAY,
        "end_on": "2017-11-18",
        "campaign_id": world.draw.choice(world.campaigns) if world.campaigns else None,
        "coord_orgs": ["so-ldtbxh"],
        "occurred_on": DAY,
    }
    board = "ban-vd-quy-tinh"
    opened = yield Act("/v1/funds/drives", board, drive, until=NOT_HEARD_YET)
    gift = {"drive_id": opened["drive_id"], "donor_kind": "enterprise", "donor_name": "Công ty Giả lập"}
    for amount in (100_000, 200_000):
        given = yield Act(
            "/v1/funds/donations", board, {**gift, "kind": "bank", "amount_vnd": amount, "occurred_on": DAY}
        )
    back = {
        "reason": "failed_transfer",
        "note": "Chuyển khoản giả lập không thành",
        "occurred_on": "2017-10-23",
    }
    yield Act(f"/v1/funds/donations/{given['donation_id']}/reverse", board, back)


def supervise(world: World) -> Story:
    """A commune's Front agrees a plan with its committee, recommends and is answered; critique hears."""
    number = world.number()
    commune = world.communes[number % len(world.communes)]
    year, committee = 2017 + number // len(world.communes), f"ubnd-xa/{commune}"
    topic = {"topic": "GS-GN-1", "form": "people_boards", "target_orgs": [committee]}
    plan = {
        "year": year,
        "unit_code": commune,
        "topics": [topic],
        "consulted": [committee],
        "occurred_on": "2017-07-03",
    }
    proposed = yield Act("/v1/supervision/plans", "ub-mttq-xa", plan, commune)
    address = f"/v1/supervision/plans/{proposed['plan_id']}"
    yield Act(f"{address}/state-view", "ubnd-xa", {"view": "agreed", "occurred_on": "2017-07-04"}, commune)
    agreement = {"doc_number": world.code(), "occurred_on": "2017-07-10"}
    yield Act(f"{address}/agree", "ub-mttq-xa", agreement, commune)
    yield from _recommend(world, proposed["plan_id"], commune)


def _recommend(world: World, plan_id: str, commune: str) -> Story:
    wanted = {
        "plan_id": plan_id,
        "topic": "GS-GN-1",
        "addressee": f"ubnd-xa/{commune}",
        "doc_number": world.code(),
        "text": "Niêm yết danh sách tại nhà văn hóa (giả lập)",
        "legal_basis": ["QĐ 1722/QĐ-TTg"],
        "occurred_on": "2017-09-01",
    }
    sent = yield Act("/v1/supervision/recommendations", "ub-mttq-xa", wanted, commune)
    address = f"/v1/supervision/recommendations/{sent['recommendation_id']}"
    yield Act(f"{address}/acknowledge", "ubnd-xa", {"occurred_on": "2017-09-02"}, commune)
    answer = {"outcome": "accepted", "doc_number": world.code(), "occurred_on": "2017-09-15"}
    yield Act(f"{address}/answer", "ubnd-xa", answer, commune)


def criticise(_: World) -> Story:
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
        "chair": FRONT,
        "reason": "content",
        "note": "Liên quan trực tiếp đến đời sống nhân dân (giả lập)",
        "session_on": "2017-07-20",
        "occurred_on": "2017-07-04",
    }
    yield Act(f"{address}/decide-form", FRONT, decision)


def sign_programme(world: World) -> Story:
    """Both sides sign a programme; it is in force with the second signature."""
    programme = {
        "number": f"{world.number()}/CTrPH/GL-{world.run}",
        "title": "Chương trình giả lập",
        "basis": "Nghị quyết liên tịch 88",
        "signatories": ["ub-mttq-tinh", STATE],
        "occurred_on": "2017-06-16",
    }
    proposed = yield Act("/v1/reporting/programmes", "ub-mttq-tinh", programme)
    for party in ("ub-mttq-tinh", STATE):
        sign = f"/v1/reporting/programmes/{proposed['programme_id']}/sign"
        yield Act(sign, party, {"occurred_on": "2017-06-16"})


TELLINGS: tuple[tuple[str, Callable[[World], Story]], ...] = (
    ("campaigns", launch),
    ("campaigns", guide),
    ("campaigns", register),
    ("funds", raise_money),
    ("supervision", supervise),
    ("critique", criticise),
    ("reporting", sign_programme),
)
