"""Proving a service's audit, reading it, and handing it on to whoever collects logs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from chungtay.operations import journal
from chungtay.operations.client import Operator, Service
from chungtay.problems import Problem
from contracts.envelope import Envelope
from shared.audit_heads import NAME, ToldHead
from shared.audit_log import StoredLog
from shared.audit_proof import Proof, prove
from shared.connections import Connections
from shared.key_registry import Registry
from shared.operations.audit_messages import AuditEntry, AuditPage
from shared.signing import BadSignature

PAGE = 100
SQLITE = "sqlite:///"
SUCCESSES = {"done", "read", "replayed"}
Json = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """What the proof of one service's audit found."""

    service: str
    proof: Proof

    def lines(self) -> Iterator[str]:
        """Say it: one line where all is well, else one for each thing that is wrong."""
        found = self.proof
        counted = f"{found.entries} entries in {found.blocks} blocks, {found.heads} signed heads"
        if not found.findings:
            yield f"{self.service}: good; {counted}, {found.waiting} not chained yet"
        for each in found.findings:
            yield f"{self.service}: {each}"

    def as_json(self) -> Json:
        """Return it for other programs."""
        return {"service": self.service, "good": not self.proof.findings, **asdict(self.proof)} | {
            "findings": [each._asdict() for each in self.proof.findings]
        }


def verify(service: str, database_url: str, heads: Iterable[Envelope], keys: Registry) -> Verdict:
    """Prove the audit in a database by the heads that were told. Raises Problem where it cannot be read."""
    if database_url.startswith(SQLITE) and not Path(database_url.removeprefix(SQLITE)).exists():
        message = f"{service}: there is no database {database_url.removeprefix(SQLITE)}"
        raise Problem(message)
    told, unreadable = _told(service, heads)
    try:
        with Connections(database_url).bare_reading() as connection:
            proof = prove(StoredLog(connection), told, keys)
    except SQLAlchemyError as error:
        message = f"{service}: its database cannot be read ({type(error).__name__})"
        raise Problem(message) from error
    for said in unreadable:
        proof.note("head", said)
    return Verdict(service, proof)


def _told(service: str, heads: Iterable[Envelope]) -> tuple[list[ToldHead], list[str]]:
    told, unreadable = list[ToldHead](), list[str]()
    for each in heads:
        if each.type == f"{service}.{NAME}":
            try:
                told.append(ToldHead.read(each.data))
            except BadSignature as error:
                unreadable.append(f"event {each.id}: {error}")
    return told, unreadable


def heads_in_journal(amqp_url: str) -> list[Envelope]:
    """Return every head that the journal holds. Raises Problem."""
    found = (entry.envelope for entry in journal.entries(amqp_url, "first"))
    return [each for each in found if each.routing_key == NAME]


def heads_in_file(path: Path) -> list[Envelope]:
    """Return the heads of a file that `chungtay audit heads` wrote. Raises Problem."""
    try:
        return [Envelope.decode(line) for line in path.read_bytes().splitlines()]
    except (OSError, ValueError) as error:
        message = f"{path} holds no heads ({type(error).__name__})"
        raise Problem(message) from error


def entries(asking: Operator, service: Service, most: int | None, **filters: Any) -> Iterator[AuditEntry]:
    """Give the entries that a filter lets through, page by page. Raises Unanswered."""
    left, cursor = most, dict[str, str]()
    while left is None or left > 0:
        limit = PAGE if left is None else min(PAGE, left)
        page = asking.ask(service, "/audit", AuditPage, limit=limit, **filters, **cursor)
        yield from page.items
        left = None if left is None else left - len(page.items)
        if page.next_cursor is None:
            return
        cursor = {"cursor": page.next_cursor}


def as_ecs(service: str, entry: AuditEntry) -> str:
    """Return an entry as one line in the Elastic Common Schema, which most SIEMs read."""
    good = entry.outcome in SUCCESSES
    line = {
        "@timestamp": entry.at.isoformat(),
        "ecs": {"version": "8.11.0"},
        "event": {
            "kind": "event",
            "category": ["database" if good else "iam"],
            "action": entry.act,
            "outcome": "success" if good else "failure",
            "reason": entry.reason or entry.outcome,
            "sequence": entry.seq,
        },
        "user": {"name": entry.user},
        "organization": {"id": entry.body},
        "service": {"name": service},
        "trace": {"id": entry.correlation},
        "chungtay": {
            "outcome": entry.outcome,
            "objects": entry.objects,
            "day": entry.day.isoformat() if entry.day else None,
            "digest": entry.digest,
            "synthetic": entry.synthetic,
        },
    }
    return json.dumps(line, ensure_ascii=False)
