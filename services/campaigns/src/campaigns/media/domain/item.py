"""An item of an outlet: published, perhaps withdrawn."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, NotAllowed, WrongStep

TIME = "III.1.13-a"
GOOD_EXAMPLES = "III.1.13-b"
ON_AIR = ("tv", "radio")
FORMATS = {"press-broadcast": ("tv", "radio", "web"), "press-newspaper": ("print", "web")}
STEPS = {("published", "withdraw"): "withdrawn"}


@dataclass
class MediaItem:
    """What an outlet published on a day; minutes on air, or words in print."""

    id: str
    guidance_id: str
    outlet_org: str
    theme: str
    topic: str
    format: str
    title_vi: str
    minutes: int | None
    words: int | None
    exemplar_id: str | None
    model_id: str | None
    published_on: date
    recorded_at: datetime
    state: str = "published"
    withdrawn_on: date | None = None
    reason: str | None = None

    @property
    def duties(self) -> tuple[str, ...]:
        """The duties that it is evidence of: time and space, and good examples where it tells of one."""
        return (TIME, GOOD_EXAMPLES) if self.exemplar_id or self.model_id else (TIME,)

    def withdraw(self, reason: str, on: date) -> None:
        """Take it back. Raises WrongStep, InvalidField."""
        if (self.state, "withdraw") not in STEPS:
            raise WrongStep(subject=self.id, state=self.state, step="withdraw", rule="media:withdraw")
        if on < self.published_on:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước ngày đăng, phát ({self.published_on:%d/%m/%Y})",
                f"It cannot be before the day of publication ({self.published_on:%Y-%m-%d})",
            )
        self.state, self.withdrawn_on, self.reason = STEPS[self.state, "withdraw"], on, reason


def require_format(functions: frozenset[str], media_format: str) -> None:
    """Refuse an outlet that does not bring out this format. Raises NotAllowed."""
    allowed = {each for name in functions for each in FORMATS.get(name, ())}
    if media_format not in allowed:
        raise NotAllowed(
            "format-of-outlet",
            f"Cơ quan báo chí này chỉ có: {', '.join(sorted(allowed))}",
            f"This outlet brings out: {', '.join(sorted(allowed))}",
        )


def require_measure(media_format: str, minutes: int | None, words: int | None) -> None:
    """Check that what is on air has minutes, and what is read has words. Raises InvalidField."""
    wanted, other = ("minutes", "words") if media_format in ON_AIR else ("words", "minutes")
    given = {"minutes": minutes, "words": words}
    if given[wanted] is None or given[other] is not None:
        raise InvalidField(
            wanted,
            "measure-of-format",
            "Phát sóng ghi số phút, báo viết và trang tin ghi số chữ",
            "What is on air has minutes; what is read has words",
        )
