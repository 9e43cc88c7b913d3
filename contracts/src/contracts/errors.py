"""Refusals that a caller can understand: a slug, a kind, and a sentence in two languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from contracts.names import Name


class Kind(StrEnum):
    """What a refusal means to the caller; the gateway alone turns it into an HTTP status."""

    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    UNAVAILABLE = "unavailable"
    INTERNAL = "internal"


@dataclass(frozen=True)
class FieldError:
    """One field that broke one rule, with a message in Vietnamese and in English."""

    field: str
    rule: str
    vi: str
    en: str


class Refusal(Exception):
    """Base of every error that the business raises.

    A subclass sets `slug`, `kind`, and the sentences `vi` and `en`, which are `str.format`
    templates over the keyword arguments given when it is raised.
    """

    slug: ClassVar[str]
    kind: ClassVar[Kind]
    vi: ClassVar[str]
    en: ClassVar[str]

    def __init__(
        self, *, rule: str | None = None, fields: Sequence[FieldError] = (), **params: object
    ) -> None:
        """Keep what the sentences need; `rule` names the rule or law that refuses."""
        self.rule = rule
        self.fields = tuple(fields)
        self.params: Mapping[str, object] = params
        super().__init__(self.en.format(**params))

    def sentences(self) -> dict[str, str]:
        """The detail in each language: `{"vi": …, "en": …}`."""
        return {"vi": self.vi.format(**self.params), "en": self.en.format(**self.params)}


class WrongStep(Refusal):
    """An object does not stand where a step is possible."""

    slug = "wrong-step"
    kind = Kind.CONFLICT
    vi = "{what.vi} {subject} đang ở trạng thái «{state.vi}», không thể thực hiện bước «{step.vi}»."
    en = "{what.en} {subject} is in state «{state.en}»; the step «{step.en}» is not possible."

    def __init__(self, *, rule: str, what: Name, subject: object, state: Name, step: Name) -> None:
        """Name the rule of the step, what refuses it, where that stands, and the step."""
        super().__init__(rule=rule, what=what, subject=subject, state=state, step=step)


class NotFound(Refusal):
    """No such object here; `what` names the kind of object in both languages."""

    slug = "not-found"
    kind = Kind.NOT_FOUND
    vi = "Không tìm thấy {what.vi} {id}."
    en = "There is no {what.en} {id}."

    def __init__(self, *, what: Name, id: object) -> None:  # noqa: A002 - the sentences say {id}
        """Name the kind of object and the id that was asked for."""
        super().__init__(what=what, id=id)


class InvalidField(Refusal):
    """One field breaks a rule that only the business knows."""

    slug = "invalid-input"
    kind = Kind.INVALID
    vi = "{vi}"
    en = "{en}"

    def __init__(self, field: str, rule: str, vi: str, en: str) -> None:
        """Name the field, the rule, and say why in both languages."""
        super().__init__(rule=rule, fields=[FieldError(field, rule, vi, en)], vi=vi, en=en)


class DayBeforeLastStep(InvalidField):
    """A step may not be dated before the last one that the object took."""

    def __init__(self, *, rule: str, since: date) -> None:
        """Name the rule of the step, and the day of the last one."""
        super().__init__(
            "occurred_on",
            rule,
            f"Không được trước ngày của bước liền trước ({since:%d/%m/%Y})",
            f"It cannot be before the day of the last step ({since:%Y-%m-%d})",
        )


class NotAllowed(Refusal):
    """The actor may not do this; `rule` says which rule refused."""

    slug = "not-allowed"
    kind = Kind.FORBIDDEN
    vi = "{vi}"
    en = "{en}"

    def __init__(self, rule: str, vi: str, en: str) -> None:
        """Name the rule that refuses and say why in both languages."""
        super().__init__(rule=rule, vi=vi, en=en)
