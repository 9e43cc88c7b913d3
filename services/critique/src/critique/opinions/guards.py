"""Who may answer an opinion document, and give more time for it."""

from critique.drafts.guards import drafter_of_it
from critique.drafts.repository import Drafts
from critique.opinions.domain.opinion import Opinion
from shared.work import Work


def issuer_of_it(opinion: Opinion, work: Work) -> None:
    """The acting body issued the opinion. Raises NotAllowed."""
    work.actor.require_body(opinion.issuing_body, "issuer-only")


def asked_by_it(opinion: Opinion, work: Work) -> None:
    """The acting body drafts what the opinion is on. Raises NotAllowed."""
    drafter_of_it(Drafts(work).get(opinion.draft_id), work)
