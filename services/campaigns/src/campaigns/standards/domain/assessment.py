"""Assessments of a unit by the criteria of a set, and who may make which."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from campaigns.standards.domain.refusals import CriteriaNotMet, MissingInputs
from contracts.errors import InvalidField
from contracts.names import Name, Named, code_name
from contracts.reference import CriteriaSet, joined
from contracts.values import Standard, UnitStandard

Key = tuple[Standard, int | None]
AssessmentState = Annotated[
    Literal["recorded"], Named("Kết quả đánh giá", "State", codes={"recorded": "Đã ghi nhận"})
]
BY_UNIT = "unit"


@dataclass(frozen=True)
class Mandate:
    """The function whose agency assesses a criterion of other units, and the duty that this is."""

    function: str
    duty: str


MANDATES: dict[Key, Mandate] = {
    ("TCPL", None): Mandate("justice", "III.1.8-b"),
    ("NTM", 19): Mandate("police", "III.1.9-b"),
    ("DTVM", 4): Mandate("police", "III.1.9-b"),
}


@dataclass(eq=False)
class Assessment:
    """One assessment; a later one of the same criterion by the same body replaces it.

    `measured_value` is an exact decimal number in text, in `unit_of_measure`.
    """

    id: str
    standard: UnitStandard
    version: str
    criterion_no: int | None
    unit_code: str
    path: str
    year: int
    passed: bool
    measured_value: str | None
    unit_of_measure: str | None
    evidence_ref: str
    assessing_body: str
    by_function: str
    assessed_on: date
    recorded_at: datetime

    def __post_init__(self) -> None:
        """A measured value has its unit. Raises InvalidField."""
        if (self.measured_value is None) != (self.unit_of_measure is None):
            raise InvalidField(
                "unit_of_measure",
                "with-measured-value",
                "Giá trị đo và đơn vị đo phải đi cùng nhau",
                "A measured value and its unit go together",
            )

    @property
    def key(self) -> Key:
        """The set and the criterion."""
        return self.standard, self.criterion_no


def mandate_of(criteria: CriteriaSet, criterion_no: int | None) -> Mandate | None:
    """Return who else than the unit itself assesses a criterion."""
    return MANDATES.get((criteria.code, criterion_no))


def require_criterion(criteria: CriteriaSet, criterion_no: int | None) -> None:
    """Check that a criterion is named exactly where the set's list is known. Raises InvalidField."""
    if criterion_no is not None:
        criteria.criterion(criterion_no)
    elif criteria.criteria_known:
        raise InvalidField(
            "criterion_no",
            "criterion-of-set",
            "Phải nêu tiêu chí: danh mục của bộ tiêu chí đã biết",
            "Name the criterion: the set's list is known",
        )


def require_all_passed(criteria: CriteriaSet, own: Iterable[Assessment]) -> None:
    """Refuse where a criterion of the set is not assessed or not passed. Raises CriteriaNotMet."""
    needed: list[int | None] = [each.no for each in criteria.criteria] or [None]
    passed = {each.criterion_no for each in latest(own) if each.version == criteria.version and each.passed}
    missing = [no for no in needed if no not in passed]
    if missing:
        raise CriteriaNotMet(
            rule=f"{criteria.code}:criteria",
            standard=code_name(Standard, criteria.code),
            version=criteria.version,
            missing=joined(_name(no) for no in missing),
        )


def require_inputs(needed: Iterable[Key], found: Iterable[Assessment]) -> list[Assessment]:
    """Return the passed assessments by the agencies in charge. Raises MissingInputs."""
    passed = {each.key: each for each in latest(found) if each.passed}
    missing = [each for each in needed if each not in passed]
    if missing:
        raise MissingInputs(rule="standard-inputs", missing=joined(_name_in_set(*each) for each in missing))
    return [passed[key] for key in needed]


def latest(assessments: Iterable[Assessment]) -> list[Assessment]:
    """Return the latest assessment of each criterion; ids sort by the time of recording."""
    last: dict[Key, Assessment] = {}
    for each in sorted(assessments, key=lambda one: (one.assessed_on, one.id)):
        last[each.key] = each
    return list(last.values())


def _name(criterion_no: int | None) -> Name:
    if criterion_no is None:
        return Name("toàn bộ tiêu chí", "the whole set")
    return Name(f"tiêu chí số {criterion_no}", f"criterion {criterion_no}")


def _name_in_set(code: Standard, criterion_no: int | None) -> Name:
    part, whole = _name(criterion_no), code_name(Standard, code)
    return Name(f"{part.vi} của «{whole.vi}»", f"{part.en} of «{whole.en}»")
