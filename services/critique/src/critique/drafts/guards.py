"""Who may draft and who may critique, always «cùng cấp» (I.1-a; permission list §2.3)."""

from contracts.errors import NotAllowed
from contracts.reference import is_unit
from critique.common.domain.parties import CRITICS, DRAFTING
from critique.drafts.domain.draft import Draft
from shared.authority import function, own_unit, same_level, side
from shared.work import Work

drafts = side("state") & function(DRAFTING)
registers_own = drafts & own_unit() & same_level()
critiques = side("front") & function(*sorted(CRITICS))


def of_its_level(draft: Draft, work: Work) -> None:
    """The acting body is of the draft's own level and unit. Raises NotAllowed."""
    actor = work.actor
    if actor.level != draft.level or not is_unit(actor.unit, draft.unit_id, work.today):
        raise NotAllowed(
            "same-level",
            "Chỉ cơ quan cùng cấp, cùng địa bàn với cơ quan soạn thảo được làm việc này",
            "Only a body of the drafting body's own level and unit may do this",
        )


def drafter_of_it(draft: Draft, work: Work) -> None:
    """The acting body drafts this draft. Raises NotAllowed."""
    of_its_level(draft, work)
    work.actor.require_body(draft.drafting_body, "drafter-only")


def chair_of_it(draft: Draft, work: Work) -> None:
    """The acting body chairs its critique. Raises NotAllowed, WrongStep where nobody chairs yet."""
    chair = draft.decided("issue_opinion", work.today).chair_body
    of_its_level(draft, work)
    work.actor.require_body(chair, "chair-only")
