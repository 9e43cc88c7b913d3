"""Refusals that a caller can understand: a slug, a kind, and a sentence in two languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


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
    """A state machine refuses a transition."""

    slug = "wrong-step"
    kind = Kind.CONFLICT
    vi = "{subject} đang ở trạng thái «{state}», không thể thực hiện «{step}»."
    en = "{subject} is in state {state}; {step} is not allowed."

    def __init__(self, *, rule: str, subject: object, state: object, step: object) -> None:
        """Name the rule that forbids the step, what refused, where it stands, and the step."""
        super().__init__(rule=rule, subject=subject, state=state, step=step)


class NotFound(Refusal):
    """No such object here."""

    slug = "not-found"
    kind = Kind.NOT_FOUND
    vi = "Không tìm thấy {what} {id}."
    en = "There is no {what} {id}."


class InvalidField(Refusal):
    """One field breaks a rule that only the business knows."""

    slug = "invalid-input"
    kind = Kind.INVALID
    vi = "{vi}"
    en = "{en}"

    def __init__(self, field: str, rule: str, vi: str, en: str) -> None:
        """Name the field, the rule, and say why in both languages."""
        super().__init__(rule=rule, fields=[FieldError(field, rule, vi, en)], vi=vi, en=en)


class NotAllowed(Refusal):
    """The actor may not do this; `rule` says which rule refused."""

    slug = "not-allowed"
    kind = Kind.FORBIDDEN
    vi = "{vi}"
    en = "{en}"

    def __init__(self, rule: str, vi: str, en: str) -> None:
        """Name the rule that refuses and say why in both languages."""
        super().__init__(rule=rule, vi=vi, en=en)
