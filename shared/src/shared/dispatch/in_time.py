"""Time: who waits no longer is not served, and an act has its day."""

from datetime import date, datetime

from contracts.calls import Call
from contracts.errors import InvalidField, Kind, Refusal
from contracts.messages import Command
from shared.clock import day_of


class TooLate(Refusal):
    """Nobody waits for the reply any more, so nothing is done."""

    slug = "too-late"
    kind = Kind.UNAVAILABLE
    vi = "Yêu cầu đến quá muộn và không được thực hiện; hãy gửi lại."
    en = "The request came too late and was not carried out; send it again."


def require_in_time(call: Call, now: datetime) -> None:
    """Refuse a call for which nobody waits. Raises TooLate."""
    if call.deadline and now > call.deadline:
        raise TooLate


def day_of_act(command: Command, now: datetime) -> date:
    """Return the day of an act in Vietnam: as the command says, else today. Raises InvalidField."""
    today = day_of(now)
    if command.occurred_on and command.occurred_on > today:
        raise InvalidField(
            "occurred_on",
            "not-in-the-future",
            "Ngày thực hiện không được ở tương lai",
            "The day of an act cannot be in the future",
        )
    return command.occurred_on or today
