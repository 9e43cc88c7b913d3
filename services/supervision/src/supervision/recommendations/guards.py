"""Who may recommend, acknowledge and answer (permission list of the programme's design, §2.3)."""

from contracts.errors import NotAllowed
from shared.authority import function, side
from shared.work import Work
from supervision.common.supervised import SUPERVISED
from supervision.plans.domain.parties import FRONT
from supervision.recommendations.domain.recommendation import Recommendation

supervises = side("front") & function(*FRONT, "socio-political-organisation")
is_supervised = side("state") & function(*SUPERVISED)


def addressee_of_it(sent: Recommendation, work: Work) -> None:
    """The acting body is the addressee. Raises NotAllowed."""
    work.actor.require_body(sent.addressee_body, "addressee-only")


def sender_of_it(sent: Recommendation, work: Work) -> None:
    """The acting body sent it. Raises NotAllowed."""
    work.actor.require_body(sent.sending_body, "sender-only")


def sender_of_late(sent: Recommendation, work: Work) -> None:
    """The acting body sent it, and its answer is late. Raises NotAllowed, TooEarly, EscalatedBefore."""
    sender_of_it(sent, work)
    sent.check_escalable(work.today)


def party_to_it(sent: Recommendation, work: Work) -> None:
    """The acting body sent it or is its addressee. Raises NotAllowed."""
    if work.actor.body not in {sent.sending_body, sent.addressee_body}:
        raise NotAllowed(
            "parties-only",
            "Chỉ bên gửi và bên nhận được đọc toàn văn kiến nghị",
            "Only the sender and the addressee read a recommendation in full",
        )
