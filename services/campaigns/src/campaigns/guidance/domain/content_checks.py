"""What a document of each kind must hold beyond the form of its fields: places, outlets, days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from campaigns.common.domain.places import inside
from campaigns.guidance.domain.content import (
    BudgetContent,
    ConventionContent,
    GuidanceContent,
    MaterialContent,
    MediaProgrammeContent,
    SchemeContent,
    TrainingPlanContent,
)
from contracts.campaigns.guidance import ContentKind
from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.reference import Body, unit_name
from contracts.values import GuidanceKind

GOES_OUT_AS: Mapping[ContentKind, GuidanceKind] = {"training_plan": "guidance"}
PRESS = ("press-newspaper", "press-broadcast")


def check(content: GuidanceContent, kind: GuidanceKind, unit_code: str, on: date) -> None:
    """Refuse contents that do not fit the document's kind, its issuer's unit or its day.

    Raises InvalidField naming the field within `content` and the rule.
    """
    if GOES_OUT_AS.get(content.kind, content.kind) != kind:
        part, whole = code_name(ContentKind, content.kind), code_name(GuidanceKind, kind)
        raise InvalidField(
            "content.kind",
            "fits-kind",
            f"Nội dung «{part.vi}» không thuộc văn bản loại «{whole.vi}»",
            f"A content of the kind «{part.en}» is not that of a document of the kind «{whole.en}»",
        )
    for field, place in _places(content):
        _require_inside(place, unit_code, on, field)
    if isinstance(content, MediaProgrammeContent):
        _check_quotas(content, on)
    if isinstance(content, ConventionContent):
        _check_conventions(content, on)


def copies_of(content: GuidanceContent | None, told: int | None) -> int | None:
    """Return the printed copies of a document. Raises InvalidField where it tells two numbers."""
    if not isinstance(content, MaterialContent):
        return told
    if told not in {None, content.copies}:
        raise InvalidField(
            "copies", "as-in-content", "Số bản in nêu hai nơi khác nhau", "Two numbers of copies are told"
        )
    return content.copies


def _places(content: GuidanceContent) -> Iterable[tuple[str, str]]:
    """Return the places a content names, each with its field; a place is named once in a list of its own."""
    if isinstance(content, SchemeContent):
        return [("content.unit_code", content.unit_code)]
    if isinstance(content, TrainingPlanContent):
        return _fields("sessions", "unit_code", [each.unit_code for each in content.sessions])
    if isinstance(content, BudgetContent):
        return _once(_fields("lines", "unit_code", [each.unit_code for each in content.lines]))
    if isinstance(content, ConventionContent):
        return _once(_fields("conventions", "area_code", [each.area_code for each in content.conventions]))
    return []


def _check_quotas(content: MediaProgrammeContent, on: date) -> None:
    outlets = _fields("quotas", "outlet_body", [each.outlet_body for each in content.quotas])
    for (field, outlet), quota in zip(_once(outlets), content.quotas, strict=True):
        body = Body.on(outlet, on, field)
        if not body.holds(*PRESS):
            raise InvalidField(
                field,
                "press-outlet",
                f"{body.called.vi} không phải cơ quan báo chí",
                f"{body.called.en} is no press agency",
            )
        if quota.minutes is None and quota.articles is None:
            raise InvalidField(
                field, "some-quota", "Phải nêu số phút hoặc số tin bài", "Give minutes, articles, or both"
            )


def _check_conventions(content: ConventionContent, on: date) -> None:
    for index, each in enumerate(content.conventions):
        field, approved = f"content.conventions.{index}", f"content.conventions.{index}.approved_on"
        Body.on(each.approving_body, each.approved_on, f"{field}.approving_body")
        if each.approved_on > on:
            raise InvalidField(
                approved,
                "not-after-document",
                "Quy ước phải được công nhận trước khi nêu trong văn bản",
                "A convention is approved before a document tells it",
            )


def _fields(items: str, field: str, values: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"content.{items}.{index}.{field}", value) for index, value in enumerate(values)]


def _once(named: list[tuple[str, str]]) -> list[tuple[str, str]]:
    seen: set[str] = set()
    for field, value in named:
        if value in seen:
            raise InvalidField(field, "distinct", "Đã được nêu trong danh sách này", "It is named twice")
        seen.add(value)
    return named


def _require_inside(place: str, unit_code: str, on: date, field: str) -> None:
    if not inside(place, unit_code, on):
        name = unit_name(place, on)
        raise InvalidField(
            field,
            "own-unit-or-below",
            f"{name.vi} ngoài địa bàn của cơ quan ban hành",
            f"{name.en} lies outside of the issuer's unit",
        )
