"""Whether a host may act: it must first know that its database is not an old one.

A database restored from a backup lacks what the service did since. The journal shows it; until it was read,
and where it shows it until an operator has decided, no command is carried out, no timer runs, nothing that
arrived is applied. Where the journal itself lacks what may be missing, only what arrived waits.
"""

from threading import Event
from typing import TYPE_CHECKING

from contracts.errors import Kind, Refusal

if TYPE_CHECKING:
    from shared.bus.place import Place

WAIT_SECONDS = 5.0


class NotProved(Refusal):
    """The host has begun and has not yet read the journal."""

    slug = "starting"
    kind = Kind.UNAVAILABLE
    vi = "Dịch vụ đang khởi động và đối chiếu nhật ký chung; hãy thử lại sau ít phút."
    en = "The service is starting and compares itself with the journal; try again in some minutes."


class Restored(Refusal):
    """The journal has acts of this service that its database lacks."""

    slug = "restored"
    kind = Kind.UNAVAILABLE
    vi = (
        "Cơ sở dữ liệu của dịch vụ thiếu {count} việc đã công bố, có thể do khôi phục từ bản sao lưu; "
        "người vận hành phải quyết định trước khi dịch vụ làm việc tiếp."
    )
    en = (
        "The service's database lacks {count} acts that were told, as after a restore from a backup; "
        "its operator must decide before it goes on."
    )


class EvenWhenRestored:
    """A command that is carried out though nothing else is: an operator's decision."""


class Standing:
    """What a host knows of its database. Outside of a host there is nothing to know."""

    def __init__(self, *, known: bool = True) -> None:
        """Begin; a host begins without knowing."""
        self._known = Event()
        self._taken_back = 0
        self._lacking = False
        if known:
            self._known.set()

    def learn(self, place: "Place | None") -> None:
        """Take what reading the journal showed."""
        if place:
            self._taken_back, self._lacking = place.taken_back, place.lacking is not None
            self._known.set()

    @property
    def may_act(self) -> bool:
        """Whether commands, timers and jobs may run."""
        return self._known.is_set() and not self._taken_back

    @property
    def may_apply(self) -> bool:
        """Whether what arrived may be applied."""
        return self.may_act and not self._lacking

    def require(self) -> None:
        """Let a command pass; wait a moment for a host that has just begun. Raises NotProved, Restored."""
        if not self._known.wait(WAIT_SECONDS):
            raise NotProved(rule="service:proved")
        if self._taken_back:
            raise Restored(rule="service:not-restored", count=self._taken_back)
