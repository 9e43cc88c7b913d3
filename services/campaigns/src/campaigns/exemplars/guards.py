"""Who may do what with a nomination whose area is stored with it (§2.3)."""

from campaigns.common.boards import require_board
from campaigns.common.domain.front import COMMITTEE, STANDING
from campaigns.common.reach import require_within
from campaigns.exemplars.domain.exemplar import LIFECYCLE, Exemplar
from campaigns.exemplars.repository import Exemplars
from contracts.errors import NotAllowed
from shared.authority import any_of, function, level, own_unit, side
from shared.work import Work

AREA_GROUP = "area-front-group"

sets_criteria = side("front") & function(STANDING)
nominates = side("front") & function(AREA_GROUP) & own_unit("area_code")
seconds = function("area-head", "area-branch")
reviews = side("front") & level("X") & function(COMMITTEE)
decides = side("front") & function(STANDING, COMMITTEE)
awards = side("front") & any_of(function(AREA_GROUP), function(STANDING, COMMITTEE))
sees_persons = side("front") & any_of(function(AREA_GROUP), function(STANDING, COMMITTEE))


def holds_area(exemplar: Exemplar, work: Work) -> None:
    """Only bodies whose own unit holds the area. Raises NotAllowed."""
    require_within(work.actor, exemplar.area_code, work.today)


def named_and_not_confirmed(exemplar: Exemplar, work: Work) -> None:
    """Only a named co-nominator confirms, and once. Raises NotFound, WrongStep."""
    exemplar.require_named(work.actor.body)
    confirmed = [each.nominating_body for each in Exemplars(work).secondings(exemplar.id)]
    if work.actor.body in confirmed:
        raise LIFECYCLE.wrong(exemplar, "second", work.today)


def of_commending_level(exemplar: Exemplar, work: Work) -> None:
    """Only the Front's standing board of the level proposed in the review. Raises NotAllowed."""
    require_board(work.actor, exemplar.level or "X", exemplar.area_code, work.today)


def nominator_or_decider(exemplar: Exemplar, work: Work) -> None:
    """The Front group of the area, or who decided, hands a commendation over. Raises NotAllowed."""
    if AREA_GROUP in work.actor.functions:
        holds_area(exemplar, work)
    else:
        of_commending_level(exemplar, work)


def whose_turn(exemplar: Exemplar, work: Work) -> None:
    """The commune's Front committee rejects before the review, who decides after it. Raises NotAllowed."""
    if exemplar.level is None and work.actor.level != "X":
        raise NotAllowed(
            "level:X",
            "Trước khi bình xét, chỉ Mặt trận cấp xã được bác đề nghị",
            "Before the review only the commune's Front committee rejects",
        )
    of_commending_level(exemplar, work)
