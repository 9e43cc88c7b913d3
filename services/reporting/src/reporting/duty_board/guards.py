"""Who may declare a duty done: a body that answers for it, and for itself alone."""

from contracts.errors import NotAllowed
from contracts.reference import duty_name
from reporting.duty_board.domain.duty_standing import Standing
from reporting.duty_board.domain.items import answers_for
from shared.work import Work


def check_responsible(duty_id: str, work: Work) -> None:
    """Only a body that answers for a duty declares it done. Raises NotFound, NotAllowed."""
    if work.actor.agency not in answers_for(duty_id, work.today):
        name = duty_name(duty_id)
        raise NotAllowed(
            "responsible-only",
            f"Chỉ cơ quan được giao {name.vi} được xác nhận hoàn thành",
            f"Only a body that answers for {name.en} can declare it done",
        )


def check_own_standing(standing: Standing, work: Work) -> None:
    """A body declares its own part alone. Raises NotAllowed."""
    work.actor.require_body(standing.duty_body, "duty_standing:own")
    check_responsible(standing.duty_id, work)
