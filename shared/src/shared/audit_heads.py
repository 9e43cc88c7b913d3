"""The heads of an audit's chain that a service tells the others, signed: what holds it to its own log.

A head is an event, so the journal has it, and whoever reads the journal. The relay writes it by itself and
imports no contracts; a test compares what it writes with the model `contracts.audit.AuditHead`.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from shared.audit_chain import Head
from shared.clock import day_of
from shared.ids import new_id
from shared.signing import BadSignature, SigningKey

if TYPE_CHECKING:
    from shared.key_registry import Registry

NAME = "audit_head.v1"
KEY = "audit-log"


class ToldHead(NamedTuple):
    """A head as a service told it."""

    service: str
    head: Head
    told_at: datetime
    key_id: str
    signature: bytes

    @classmethod
    def sign(cls, key: SigningKey, head: Head, now: datetime) -> Self:
        """Sign a head with the service's key."""
        return cls(key.service, head, now, key.key_id, key.sign(_message(key.service, head, now)))

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Read the data of an event. Raises BadSignature where it is no head at all."""
        try:
            head = Head(int(data["block"]), int(data["entries"]), str(data["hash"]))
            told_at = datetime.fromisoformat(data["told_at"])
            signature = b64decode(data["signature"], validate=True)
            return cls(
                str(data["service_name"]), head, told_at.astimezone(UTC), str(data["key_id"]), signature
            )
        except (KeyError, TypeError, ValueError, NoBase64) as error:
            said = f"it is no head of an audit ({type(error).__name__})"
            raise BadSignature(said) from error

    def check(self, keys: "Registry") -> None:
        """Refuse what the service did not sign. Raises BadSignature."""
        message = _message(self.service, self.head, self.told_at)
        keys.verify(self.service, self.key_id, self.signature, message, self.told_at)

    def data(self) -> dict[str, Any]:
        """Return what the event says."""
        return {
            "log": KEY,
            "service_name": self.service,
            "block": self.head.block,
            "entries": self.head.entries,
            "hash": self.head.hash,
            "told_at": self.told_at.isoformat(),
            "key_id": self.key_id,
            "signature": b64encode(self.signature).decode(),
        }


def event_row(told: ToldHead) -> dict[str, Any]:
    """Return the row of the outbox that tells a head."""
    event_id, wire_type = new_id("evt"), f"{told.service}.{NAME}"
    envelope = {
        "specversion": "1.0",
        "id": event_id,
        "source": f"/{told.service}",
        "type": wire_type,
        "subject": KEY,
        "time": told.told_at.isoformat(),
        "datacontenttype": "application/json",
        "dataschema": f"https://chungtay.invalid/schemas/{wire_type}.schema.json",
        "data": told.data(),
        "partitionkey": KEY,
        "correlationid": new_id("cor"),
        "agency": told.service,
        "occurredon": day_of(told.told_at).isoformat(),
    }
    body = json.dumps(envelope, separators=(",", ":")).encode()
    row = {"event_id": event_id, "type": wire_type, "key": KEY, "envelope": body}
    return {**row, "created_at": told.told_at}


def _message(service: str, head: Head, at: datetime) -> bytes:
    content = ["chungtay-audit-head", service, head.block, head.entries, head.hash, at.isoformat()]
    return json.dumps(content, separators=(",", ":")).encode()
