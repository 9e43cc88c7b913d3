"""Once per key: the answer of an idempotency key is kept with the act, and given again."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from contracts.calls import Call
from contracts.errors import Kind, Refusal
from shared import audit
from shared.ids import new_id
from shared.tables import answers

# Built once: building a statement costs a command more than running it.
KEEP = insert(answers)
KEPT = select(answers).where(answers.c.body == bindparam("of_body"), answers.c.key == bindparam("of_key"))


class KeyReused(Refusal):
    """The idempotency key was used with another body."""

    slug = "idempotency-key-reused"
    kind = Kind.CONFLICT
    vi = "Khóa chống gửi lặp {key} đã được dùng cho một yêu cầu khác."
    en = "The idempotency key {key} was used for another request."


@dataclass(frozen=True)
class Key:
    """An idempotency key of one body, with what it was sent with."""

    body: str
    key: str
    command: str
    digest: str

    @classmethod
    def of(cls, call: Call, body: str) -> "Key":
        """The key of a call; a call without one is an act of its own."""
        digest = audit.digest_of([call.name, call.payload])
        return cls(body, call.idempotency_key or new_id("key"), call.name, digest)

    def answer(self, session: Session) -> dict[str, JsonValue] | None:
        """Return the answer that was kept, if there is one. Raises KeyReused."""
        found = session.execute(KEPT, {"of_body": self.body, "of_key": self.key}).mappings().first()
        if found is None:
            return None
        if found["digest"] != self.digest:
            raise KeyReused(key=self.key)
        return dict(found["answer"])

    def keep(self, session: Session, answer: dict[str, JsonValue], at: datetime) -> None:
        """Keep the answer, in the transaction of the act."""
        row = {"body": self.body, "key": self.key, "command": self.command, "digest": self.digest}
        session.execute(KEEP, {**row, "answer": answer, "answered_at": at})
