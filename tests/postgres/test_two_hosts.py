"""Two hosts of the funds service at once: books without gaps or doubles, and nothing given away twice."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import cycle
from threading import Barrier

import pytest

from contracts.calls import Reply
from contracts.messages import Command
from funds.donations.messages import RecordDonation
from funds.drives.messages import DriveStanding, OpenDrive
from funds.ledger.domain.ledger import BalanceBelowZero, Entry, Line
from funds.ledger.repository import Ledger
from funds.pledges.messages import RegisterPledge
from funds.service import service
from shared.database import Database
from shared.dispatch import Dispatcher
from shared.testing import Stage, actor, work_in

DAY, NOON = date(2017, 10, 17), datetime(2017, 10, 17, 5, tzinfo=UTC)
BOARD = actor("ban-vd-quy-tinh")
HOSTS, CALLERS = 2, 3


@pytest.fixture
def stage(empty: str) -> Iterator[Stage]:
    made = Stage(service, empty)
    yield made
    made.database.engine.dispose()


@pytest.fixture
def drive(stage: Stage) -> DriveStanding:
    wanted = OpenDrive(
        fund_kind="for_the_poor",
        unit_code="19",
        name="Tháng cao điểm vì người nghèo 2017",
        start_on=DAY,
        end_on=date(2017, 11, 18),
        target_vnd=5_000_000_000,
        occurred_on=DAY,
    )
    answer: DriveStanding = stage.act(wanted, by=BOARD, on=DAY)
    return answer


@pytest.fixture
def hosts(empty: str, stage: Stage) -> Iterator[list[Dispatcher]]:
    """Give dispatchers that have nothing in common but the database."""
    databases = [Database(empty) for _ in range(HOSTS)]
    yield [replace(stage.dispatcher, database=each, clock=lambda: NOON) for each in databases]
    for each in databases:
        each.engine.dispose()


def at_once(acts: list[Callable[[], object]]) -> list[object]:
    start = Barrier(HOSTS * CALLERS)

    def caller(mine: list[Callable[[], object]]) -> list[object]:
        start.wait(30)
        return [act() for act in mine]

    with ThreadPoolExecutor(HOSTS * CALLERS) as threads:
        each = [acts[number :: HOSTS * CALLERS] for number in range(HOSTS * CALLERS)]
        return [got for some in threads.map(caller, each) for got in some]


def gift(drive: DriveStanding, **changes: object) -> RecordDonation:
    fields = {"drive_id": drive.drive_id, "donor_kind": "enterprise", "kind": "bank", "occurred_on": DAY}
    return RecordDonation.model_validate({**fields, "amount_vnd": 300_000, **changes})


def sent(stage: Stage, host: Dispatcher, command: Command, key: str) -> Callable[[], Reply]:
    call = stage._call(command, BOARD, key)
    return lambda: host.command(call)


def test_receipts_have_no_gap_and_a_pledge_is_not_exceeded(
    stage: Stage, drive: DriveStanding, hosts: list[Dispatcher]
) -> None:
    pledge = stage.act(
        RegisterPledge(
            drive_id=drive.drive_id,
            donor_kind="enterprise",
            donor_name="Công ty Giả lập A",
            amount_vnd=1_000_000,
            due_on=date(2017, 12, 31),
            occurred_on=DAY,
        ),
        by=BOARD,
        on=DAY,
    )
    pledged = [gift(drive, pledge_id=pledge.pledge_id)] * 6
    free = [gift(drive, donor_name=f"Công ty Giả lập {number}") for number in range(12)]
    commands = [each for three in zip(pledged, free[:6], free[6:], strict=True) for each in three]
    acts = [
        sent(stage, host, each, f"k{number}")
        for number, (host, each) in enumerate(zip(cycle(hosts), commands, strict=False))
    ]
    replies = [reply for reply in at_once(list(acts)) if isinstance(reply, Reply)]
    refused = [reply.problem.slug for reply in replies if reply.problem]
    assert refused == ["pledge-exceeded"] * 3
    told = [each.data for each in stage.envelopes if each.type.startswith("funds.donation_received")]
    given = [each.answer["receipt_no"] for each in replies if each.answer]
    assert [each["receipt_no"] for each in told] == sorted(map(str, given))
    assert len(set(map(str, given))) == len(given) == 15
    with stage.database.reading() as session:
        assert Ledger(work_in(service, session)).balances(drive.fund_id, ["1122"]) == {"1122": 15 * 300_000}


def test_what_two_take_out_at_once_is_there_for_both(
    stage: Stage, drive: DriveStanding, hosts: list[Dispatcher]
) -> None:
    """Each reads the balance and writes another row: no lock of a row would keep them apart."""

    def entry(number: int, amount_vnd: int) -> Entry:
        cash, other = ("debit", "credit") if amount_vnd > 0 else ("credit", "debit")
        lines = [Line("1111", cash, abs(amount_vnd)), Line("5113", other, abs(amount_vnd))]  # type: ignore[arg-type]
        return Entry(f"ent_{number}", drive.fund_id, DAY, "donation", f"don_{number}", lines)

    def post(database: Database, number: int, amount_vnd: int) -> bool:
        try:
            database.carry_out(
                lambda session: Ledger(work_in(service, session)).post(entry(number, amount_vnd))
            )
        except BalanceBelowZero:
            return False
        return True

    assert post(stage.database, 0, 1000)
    acts: list[Callable[[], object]] = [
        lambda host=host, number=number: post(host.database, number, -400)  # type: ignore[misc]
        for number, host in zip(range(1, 2 * HOSTS * CALLERS + 1), cycle(hosts), strict=False)
    ]
    assert sorted(map(bool, at_once(acts))) == [False] * (len(acts) - 2) + [True] * 2
