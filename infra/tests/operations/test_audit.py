"""`chungtay audit`: the proof names what is wrong, entries are shown and handed on."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from chungtay.cli import app
from chungtay.home import Home
from contracts.envelope import Envelope
from shared import audit, insert_only, tables
from shared.audit_chain import Chain, head_of
from shared.audit_heads import ToldHead, event_row
from shared.database import Database
from shared.key_registry import key_of
from support.paper_gateway import PaperGateway

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)


class Kept:
    """The home of a service with ten chained entries, whose head was told to a file."""

    def __init__(self, folder: Path) -> None:
        self.home = Home.of(folder / "var")
        self.home.make()
        self.heads = folder / "heads.jsonl"
        key = key_of(self.home.service_keys, self.home.keys, "funds", NOW)
        self.database = Database(f"sqlite:///{self.home.data}/funds.db")
        tables.metadata.create_all(self.database.engine)
        with self.database.transaction() as session:
            each = (audit.Entry(NOW, "usr_synthetic", "ub", "act", "done", f"cor_{n}") for n in range(10))
            audit.append_all(session, each)
        with self.database.bare_transaction() as connection:
            Chain().extend(connection, NOW)
            row = event_row(ToldHead.sign(key, head_of(connection), NOW))
        self.heads.write_bytes(row["envelope"] + b"\n")

    def tamper(self, *statements: str) -> None:
        with self.database.bare_transaction() as connection:
            for table in ("audit", "audit_blocks"):
                for dropped in insert_only.statements_to_drop(table, "sqlite"):
                    connection.execute(text(dropped))
            for each in statements:
                connection.execute(text(each))

    def verify(self, *words: str) -> Result:
        var = ("--var-dir", str(self.home.var))
        return CliRunner().invoke(app, ["audit", "verify", "funds", "--heads", str(self.heads), *var, *words])


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    for name in ("KEYS_DIR", "FUNDS_DATABASE_URL", "AMQP_URL"):
        monkeypatch.delenv(name, raising=False)
    return Kept(tmp_path)


def test_a_good_log_is_said_to_be_good(kept: Kept) -> None:
    result = kept.verify()
    assert (result.exit_code, result.stdout.strip()) == (
        *(0, "funds: good; 10 entries in 1 blocks, 1 signed heads, 0 not chained yet"),
    )


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (["DELETE FROM audit WHERE seq > 7"], "funds: cut: entries 8–10 of the log"),
        (["DELETE FROM audit"], "funds: emptied: not one entry is left of 10"),
        (["DELETE FROM audit", "DELETE FROM audit_blocks"], "funds: emptied: not one entry is left of 10"),
        (["UPDATE audit SET body = 'x' WHERE seq = 3"], "funds: rewritten: entry 3 is not what was chained"),
        (["DELETE FROM audit WHERE seq = 4"], "funds: removed: entry 4 of the log"),
    ],
)
def test_what_is_wrong_is_named(kept: Kept, statements: list[str], named: str) -> None:
    kept.tamper(*statements)
    result = kept.verify()
    assert (result.exit_code, result.stdout.strip()) == (1, named)
    [verdict] = json.loads(kept.verify("--json").stdout)
    assert not verdict["good"]


def test_what_was_chained_anew_is_named_by_the_head_alone(kept: Kept) -> None:
    kept.tamper("UPDATE audit SET body = 'x' WHERE seq = 3", "DELETE FROM audit_blocks")
    with kept.database.bare_transaction() as connection:
        Chain().extend(connection, NOW)
    assert kept.verify().stdout.startswith("funds: chained anew: the first 10 entries are not those told at")


def test_without_heads_it_is_said_what_does_not_show(kept: Kept) -> None:
    result = CliRunner().invoke(app, ["audit", "verify", "funds", "--var-dir", str(kept.home.var)])
    assert result.exit_code == 0
    assert "without heads, what was chained anew does not show" in result.stderr


def test_a_database_that_is_not_there_is_named_and_not_made(kept: Kept) -> None:
    missing = kept.home.data / "none.db"
    result = kept.verify("--database", f"sqlite:///{missing}")
    assert (result.exit_code, missing.exists()) == (1, False)


def test_a_file_that_holds_no_heads_is_named(kept: Kept) -> None:
    kept.heads.write_text("none\n")
    result = kept.verify()
    assert result.exit_code == 1
    assert "holds no heads" in result.stderr


def test_the_file_of_heads_is_what_the_verb_prints(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Envelope.decode(kept.heads.read_bytes())
    monkeypatch.setattr("chungtay.operations.audit.heads_in_journal", lambda _: [told])
    monkeypatch.setenv("AMQP_URL", "amqp://paper")
    [line] = CliRunner().invoke(app, ["audit", "heads"]).stdout.splitlines()
    kept.heads.write_text(line, "utf-8")
    assert kept.verify().exit_code == 0


def entry(seq: int, outcome: str = "done", **more: Any) -> dict[str, Any]:
    return {
        "seq": seq,
        "at": "2026-11-25T03:00:00Z",
        "user": "usr_synthetic",
        "body": "ban-vd-quy-tinh",
        "act": "record_donation",
        "objects": ["don_1"],
        "day": "2026-11-24",
        "outcome": outcome,
        "reason": "",
        "correlation": "cor_1",
        "digest": "0" * 64,
        "synthetic": True,
        **more,
    }


def test_entries_are_shown_as_filtered(paper: PaperGateway) -> None:
    paper.answers["/v1/funds/audit"] = {"items": [entry(7)], "next_cursor": None}
    words = ("--object", "don_1", "--from", "2026-11-01", "--outcome", "done")
    result = CliRunner(env={"COLUMNS": "300"}).invoke(app, ["audit", "show", "funds", *words])
    assert result.exit_code == 0
    assert "record_donation" in result.stdout
    assert dict(paper.asked[0].url.params) == {
        "limit": "100",
        "object": "don_1",
        "from": "2026-11-01",
        "outcome": "done",
    }


def test_all_pages_are_exported_one_object_a_line(paper: PaperGateway) -> None:
    denied = entry(8, "not-allowed", reason="side:front")
    paper.answers["/v1/funds/audit"] = [
        {"items": [entry(7)], "next_cursor": "7"},
        {"items": [denied], "next_cursor": None},
    ]
    result = CliRunner().invoke(app, ["audit", "export", "funds"])
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["event"]["outcome"], first["chungtay"]["objects"]) == ("success", ["don_1"])
    assert (second["event"]["outcome"], second["event"]["reason"]) == ("failure", "side:front")
    assert paper.asked[1].url.params["cursor"] == "7"
