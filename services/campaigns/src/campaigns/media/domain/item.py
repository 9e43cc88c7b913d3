"""An item of an outlet: published, perhaps withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.campaigns.media import MediaFormat, MediaTopic
from contracts.errors import InvalidField, NotAllowed
from contracts.names import Named
from contracts.reference import code_names
from shared.domain.lifecycle import Lifecycle, Step
from shared.domain.text import folded

TIME = "III.1.13-a"
GOOD_EXAMPLES = "III.1.13-b"
ON_AIR: tuple[MediaFormat, ...] = ("tv", "radio")
FORMATS: Mapping[str, tuple[MediaFormat, ...]] = {
    "press-broadcast": ("tv", "radio", "web"),
    "press-newspaper": ("print", "web"),
}

MediaItemState = Annotated[
    Literal["published", "withdrawn"],
    Named(
        "Tình trạng tin, bài",
        "State of the item",
        codes={"published": "Đã đăng, phát", "withdrawn": "Đã gỡ"},
    ),
]

LIFECYCLE = Lifecycle(
    "media_item",
    vi="Tin, bài",
    states=MediaItemState,
    steps={
        "publish": Step(to="published", vi="Đăng, phát"),
        "withdraw": Step("published", to="withdrawn", vi="Gỡ"),
    },
)


@dataclass(eq=False)
class MediaItem:
    """What an outlet published on a day; minutes on air, or words in print."""

    id: str
    guidance_id: str
    outlet_body: str
    theme: str
    topic: MediaTopic
    format: MediaFormat
    title_vi: str
    minutes: int | None
    words: int | None
    exemplar_id: str | None
    model_id: str | None
    published_on: date
    recorded_at: datetime
    withdrawn_on: date | None = None
    reason: str | None = None
    search: str = field(init=False)
    state: MediaItemState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life, and let it be found by its title and theme."""
        self.search = folded(self.title_vi, self.theme)
        LIFECYCLE.begin(self, "publish", self.published_on)

    @property
    def duties(self) -> tuple[str, ...]:
        """The duties that it is evidence of: time and space, and good examples where it tells of one."""
        return (TIME, GOOD_EXAMPLES) if self.exemplar_id or self.model_id else (TIME,)

    def withdraw(self, reason: str, on: date) -> None:
        """Take it back. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "withdraw", on, reason=reason)
        self.withdrawn_on, self.reason = on, reason


def require_format(functions: frozenset[str], media_format: MediaFormat) -> None:
    """Refuse an outlet that does not bring out this format. Raises NotAllowed."""
    allowed = {each for name in functions for each in FORMATS.get(name, ())}
    if media_format not in allowed:
        names = code_names(MediaFormat, sorted(allowed))
        raise NotAllowed(
            "format-of-outlet",
            f"Cơ quan báo chí này chỉ có: {names.vi}",
            f"This outlet brings out: {names.en}",
        )


def require_measure(media_format: MediaFormat, minutes: int | None, words: int | None) -> None:
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
