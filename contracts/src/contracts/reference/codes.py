"""Codes of the campaign: its contents, the movements it feeds, topics of supervision, linked programmes."""

import json
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from contracts.errors import Kind, Refusal

CodeKind = Literal["content", "movement", "topic", "linked_programme"]


class UnknownCode(Refusal):
    """No content, movement, topic or linked programme carries this code."""

    slug = "unknown-code"
    kind = Kind.NOT_FOUND
    vi = "Không có mã «{code}» trong danh mục của cuộc vận động."
    en = "The campaign's list of codes holds no {code}."


class Code(BaseModel):
    """One code. The codes are ours, the names the programme's.

    `parent` is the topic that holds a narrower one; `aliases_vi` are further names of the same thing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    kind: CodeKind
    name_vi: str
    name_en: str
    parent: str | None = None
    duties: tuple[str, ...] = ()
    aliases_vi: tuple[str, ...] = ()
    note: str | None = None


class Codes:
    """Every code of the campaign."""

    def __init__(self, rows: Iterable[Code]) -> None:
        """Index the rows by code and by name."""
        self._by_code = {row.code: row for row in rows}
        self._by_name = {
            _folded(name): row for row in self._by_code.values() for name in (row.name_vi, *row.aliases_vi)
        }

    def all(self) -> tuple[Code, ...]:
        """All codes, in the order of the programme."""
        return tuple(self._by_code.values())

    def get(self, code: str) -> Code:
        """Return one code. Raises UnknownCode."""
        if code not in self._by_code:
            raise UnknownCode(code=code)
        return self._by_code[code]

    def of_kind(self, kind: CodeKind) -> tuple[Code, ...]:
        """All codes of one kind, in the order of the programme."""
        return tuple(row for row in self.all() if row.kind == kind)

    def named(self, name: str) -> Code | None:
        """Return what a Vietnamese name or alias means, whatever its case and composition, or nothing."""
        return self._by_name.get(_folded(name))

    def is_within(self, code: str, topic: str) -> bool:
        """Whether a code is the topic or below it. Raises UnknownCode for the code."""
        parent = self.get(code).parent
        return code == topic or (parent is not None and self.is_within(parent, topic))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


@cache
def codes() -> Codes:
    """Load the codes, once."""
    text = files("contracts.reference").joinpath("data/codes.json").read_text(encoding="utf-8")
    return Codes(Code.model_validate(row) for row in json.loads(text))
