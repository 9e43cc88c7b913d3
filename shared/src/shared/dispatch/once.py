"""Once per key: the answer of an idempotency key is kept with the act, and given again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

from pydantic import JsonValue
from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from contracts.calls import Call
from contracts.errors import Kind, Refusal
from shared import audit
from shared.authority import Actor
from shared.database import Database
from shared.held import held
from shared.tables import answers

# Built once: building a statement costs a command more than running it.
KEEP = insert(answers)
ANSWERED = "answers"
KEPT = select(answers).where(answers.c.body == bindparam("of_body"), answers.c.key == bindparam("of_key"))


class KeyMissing(Refusal):
    """A command came without an idempotency key: were it to come again, it would be done again."""

    slug = "idempotency-key-missing"
    kind = Kind.INVALID
    vi = "Yêu cầu thiếu khóa chống gửi lặp (idempotency_key)."
    en = "The command has no idempotency key."


class KeyReused(Refusal):
    """The idempotency key was used by another user, or for something else."""

    slug = "idempotency-key-reused"
    kind = Kind.CONFLICT
    vi = "Khóa chống gửi lặp {key} đã được dùng cho một yêu cầu khác hoặc bởi một người khác."
    en = "The idempotency key {key} was used for another request or by another user."


class AnswerForgotten(Refusal):
    """What was asked was done once, so long ago that its answer is no longer kept."""

    slug = "answer-forgotten"
    kind = Kind.CONFLICT
    vi = "Yêu cầu có khóa {key} đã được thực hiện trước đây; kết quả trả lời không còn được lưu."
    en = "The request with the key {key} was carried out before; its answer is no longer kept."


@dataclass(frozen=True)
class Key:
    """An idempotency key of one body, with who sent it, and what with it."""

    body: str
    key: str
    user: str
    command: str
    digest: str

    @classmethod
    def of(cls, call: Call, actor: Actor | None) -> "Key":
        """The key of a command. Raises KeyMissing."""
        if not call.idempotency_key:
            raise KeyMissing
        body, user = (actor.body, actor.user) if actor else ("", "")
        return cls(body, call.idempotency_key, user, call.name, audit.digest_of([call.name, call.payload]))

    def answer(self, session: Session, database: Database) -> dict[str, JsonValue] | None:
        """Return the answer that was kept, if it was carried out. Raises KeyReused, AnswerForgotten."""
        found = self._found(session, database)
        if found is None:
            return None
        if (found["user"], found["digest"]) != (self.user, self.digest):
            raise KeyReused(key=self.key)
        if found["answer"] is None:
            raise AnswerForgotten(key=self.key)
        return dict(found["answer"])

    def keep(self, session: Session, answer: dict[str, JsonValue], at: datetime) -> None:
        """Keep the answer, in the transaction of the act."""
        row = {**asdict(self), "answer": answer, "answered_at": at}
        session.execute(KEEP, row)
        held(session, ANSWERED).append(row)

    def _found(self, session: Session, database: Database) -> Mapping[str, Any] | None:
        """Look among what the same transaction has carried out, and beside it at all that is committed.

        That a key is used once is the primary key's matter. Were it looked up within the transaction, all
        commands would conflict whose keys lie on one page of the index.
        """
        for row in held(session, ANSWERED):
            if (row["body"], row["key"]) == (self.body, self.key):
                return cast("Mapping[str, Any]", row)
        with database.beside(session) as connection:
            kept = connection.execute(KEPT, {"of_body": self.body, "of_key": self.key}).mappings().first()
        return cast("Mapping[str, Any] | None", kept)
