"""The four conditions that a drafting body provides for a critique (duty II.4b-a)."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from contracts.errors import InvalidField
from contracts.names import Named, code_name

ConditionKind = Annotated[
    Literal["documents", "time", "people", "money"],
    Named(
        "Loại điều kiện",
        "Kind of condition",
        codes={"documents": "Tài liệu", "time": "Thời gian", "people": "Nhân lực", "money": "Kinh phí"},
    ),
]
CONDITIONS: tuple[ConditionKind, ...] = ("documents", "time", "people", "money")
Dossier = dict[ConditionKind, str]


def missing(dossier: Mapping[ConditionKind, str]) -> list[ConditionKind]:
    """Return the conditions that are not provided, in the programme's order."""
    return [each for each in CONDITIONS if each not in dossier]


def provided(dossier: Mapping[ConditionKind, str], new: Iterable[tuple[ConditionKind, str]]) -> Dossier:
    """Return the dossier with new conditions and what shows them, each given once. Raises InvalidField."""
    full = dict(dossier)
    for kind, evidence in new:
        if kind in full:
            raise InvalidField(
                "conditions",
                "each-once",
                f"Điều kiện «{code_name(ConditionKind, kind).vi}» đã có trong hồ sơ",
                f"The condition {kind} is already provided",
            )
        full[kind] = evidence
    return full


def without(dossier: Mapping[ConditionKind, str], lacking: Iterable[ConditionKind]) -> Dossier:
    """Return the dossier without what was found lacking."""
    found = set(lacking)
    return {kind: evidence for kind, evidence in dossier.items() if kind not in found}
