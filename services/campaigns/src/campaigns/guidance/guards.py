"""Who issues, withdraws and reads which document."""

from campaigns.guidance.domain.guidance import Guidance, Reader
from campaigns.guidance.domain.mandates import FRONT_ISSUERS, STATE_ISSUERS
from shared.authority import any_of, function, level, side
from shared.work import Work

issues_guidance = any_of(
    side("front") & function(*FRONT_ISSUERS),
    side("state") & level("T") & function(*STATE_ISSUERS),
)


def issuer_of(guidance: Guidance, work: Work) -> None:
    """Refuse whoever neither issued a document nor took over from its issuer. Raises NotAllowed."""
    guidance.require_issuer(work.actor.body, work.today)


def reader_of(guidance: Guidance, work: Work) -> None:
    """Refuse whoever a document is not addressed to. Raises NotAllowed."""
    guidance.require_audience(Reader(work.actor.body, work.actor.level, work.actor.unit), work.today)
