"""The two parties to a critique: who drafts and who critiques, always «cùng cấp» (I.1-a, §2.3)."""

from contracts.errors import NotAllowed
from contracts.reference import is_unit
from critique.domain.bodies import CRITICS, DRAFTING
from critique.domain.draft import Draft
from critique.domain.form import FormDecision
from critique.store.store import CritiqueStore
from shared.authority import function, own_unit, same_level, side
from shared.work import Work

drafts = side("state") & function(DRAFTING)
registers_own = drafts & own_unit() & same_level()
critiques = side("front") & function(*sorted(CRITICS))


def require_same_level(draft: Draft, work: Work[CritiqueStore]) -> None:
    """The acting body is of the draft's own level and unit. Raises NotAllowed."""
    actor = work.actor
    if actor.level != draft.level or not is_unit(actor.unit, draft.unit_id, work.today):
        raise NotAllowed(
            "same-level",
            "Chỉ cơ quan cùng cấp, cùng địa bàn với cơ quan soạn thảo được làm việc này",
            "Only a body of the drafting body's own level and unit may do this",
        )


def require_drafter(draft: Draft, work: Work[CritiqueStore]) -> None:
    """The acting body drafts this draft. Raises NotAllowed."""
    require_same_level(draft, work)
    if work.actor.body != draft.drafting_org:
        raise NotAllowed(
            "drafter-only",
            "Chỉ cơ quan soạn thảo của dự thảo này được làm việc này",
            "Only the body that drafts it may do this",
        )


def require_chair(decision: FormDecision, draft: Draft, work: Work[CritiqueStore]) -> None:
    """The acting body chairs this critique. Raises NotAllowed."""
    require_same_level(draft, work)
    if work.actor.body != decision.chair_org:
        raise NotAllowed(
            "chair-only",
            "Chỉ cơ quan chủ trì phản biện được ra văn bản",
            "Only the body that chairs the critique may issue its opinion",
        )
