"""Who may answer an opinion document."""

from critique.drafts.guards import drafter_of_it
from critique.drafts.repository import Drafts
from critique.opinions.domain.opinion import Opinion
from shared.work import Work


def asked_by_it(opinion: Opinion, work: Work) -> None:
    """The acting body drafts what the opinion is on. Raises NotAllowed."""
    drafter_of_it(Drafts(work).get(opinion.draft_id), work)
