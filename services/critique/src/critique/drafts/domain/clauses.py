"""The programme's items that ask for drafts, and of which of them a draft is evidence (III.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from contracts.critique.drafts import DraftKind
from contracts.errors import InvalidField
from contracts.reference import Body
from contracts.values import BodyLevel, DraftedStandard

ENABLING = "II.4b-a"
CRITIQUING = "II.4b-b"
CRITERIA_OF_TOWNS = "III.1.4-a"
CO_DRAFTING = "III.1.5-c"
ANY_KIND = frozenset[DraftKind](get_args(get_args(DraftKind)[0]))
MEASURES = frozenset[DraftKind]({"mechanism", "policy"})
CRITERIA = frozenset[DraftKind]({"criteria"})


@dataclass(frozen=True)
class Clause:
    """An item that asks a provincial function for drafts of some kinds.

    `topics` are the supervision topics on the same matter; an `enabling` item asks for the
    conditions of a critique, so that an incomplete dossier is no evidence of it.
    """

    duty: str
    function: str
    kinds: frozenset[DraftKind]
    topics: frozenset[str]
    enabling: bool = False

    def asks(self, functions: frozenset[str], kind: DraftKind, level: BodyLevel) -> bool:
        """Say whether it asks a body with these functions for such a draft."""
        return level == "T" and self.function in functions and kind in self.kinds


CRITERIA_OF: dict[str, frozenset[DraftedStandard]] = {
    "construction": frozenset({"DTVM"}),
    "culture": frozenset({"GDVH", "KDCVH", "XVH"}),
    "ntm-coordination": frozenset({"NTM-KM"}),
}
HOUSING = frozenset({"GS-DT-2"})
CLAUSES = {
    clause.duty: clause
    for clause in (
        Clause("III.1.3-f", "ntm-coordination", MEASURES, frozenset({"GS-NTM-1"})),
        Clause(CRITERIA_OF_TOWNS, "construction", CRITERIA, frozenset({"GS-DT-1"})),
        Clause("III.1.4-c", "construction", MEASURES, HOUSING),
        Clause("III.1.4-d", "construction", MEASURES, HOUSING),
        Clause("III.1.4-e", "construction", MEASURES, HOUSING),
        Clause("III.1.4-f", "construction", ANY_KIND, frozenset({"GS-DT-3"})),
        Clause("III.1.5-b", "culture", CRITERIA, frozenset({"GS-NTM-5", "GS-DT-1"})),
        Clause("III.1.7-b", "environment", ANY_KIND, frozenset({"GS-NTM-3"}), enabling=True),
    )
}
REGISTERING = (ENABLING, *CLAUSES, CO_DRAFTING)
COMPLETING = (ENABLING, *(clause.duty for clause in CLAUSES.values() if clause.enabling))


def check_asked_for(
    duty_id: str | None, functions: frozenset[str], kind: DraftKind, level: BodyLevel
) -> None:
    """Refuse to name an item that does not ask this body for this kind of draft. Raises InvalidField."""
    if duty_id is None:
        return
    if duty_id not in CLAUSES or not CLAUSES[duty_id].asks(functions, kind, level):
        raise InvalidField(
            "duty_id",
            "asked-of-the-drafter",
            "Mục này của Chương trình không giao cơ quan xây dựng loại dự thảo này",
            "This item does not ask the body for such a draft",
        )


def evidence_of_registering(
    duty_id: str | None, *, complete: bool, co_drafters: Iterable[Body]
) -> tuple[str, ...]:
    """Return the items of which registering a draft is evidence."""
    drafting = (duty_id,) if duty_id and not CLAUSES[duty_id].enabling else ()
    joined = any("culture" in body.functions for body in co_drafters)
    co_drafting = (CO_DRAFTING,) if duty_id == CRITERIA_OF_TOWNS and joined else ()
    return (*(evidence_of_completing(duty_id) if complete else ()), *drafting, *co_drafting)


def evidence_of_completing(duty_id: str | None) -> tuple[str, ...]:
    """Return the items of which a complete dossier is evidence."""
    return (ENABLING, duty_id) if duty_id and CLAUSES[duty_id].enabling else (ENABLING,)


def topics_of(duty_id: str | None) -> frozenset[str]:
    """Return the supervision topics on the same matter as a draft."""
    return CLAUSES[duty_id].topics if duty_id else frozenset()


def evidence_of_promulgating(duty_id: str | None) -> tuple[str, ...]:
    """Return the items of which the promulgation of a draft is evidence."""
    return (CRITERIA_OF_TOWNS,) if duty_id == CRITERIA_OF_TOWNS else ()


def may_lay_down(standard: DraftedStandard, functions: frozenset[str], level: BodyLevel) -> bool:
    """Say whether the programme leaves the criteria of a standard to a body (III.1.4-a, III.1.5-b)."""
    return level == "T" and any(standard in CRITERIA_OF.get(each, ()) for each in functions)
