"""Returning a draft."""

from critique.drafts.answers import standing
from critique.drafts.guards import critiques, of_its_level
from critique.drafts.messages import DraftStanding, ReturnDraft
from critique.drafts.repository import Drafts
from shared.service import command
from shared.work import Work


@command(
    ReturnDraft,
    post="/drafts/{draft_id}/return",
    may=critiques,
    vi="Trả lại hồ sơ dự thảo",
    takes=["draft:return"],
    checks=of_its_level,
)
def return_draft(wanted: ReturnDraft, work: Work) -> DraftStanding:
    """Return a draft whose dossier lacks something; the drafting body may complete it.

    What is named as lacking no longer counts as provided, whatever was said to show it.
    Raises: NotAllowed, NotFound, WrongStep, DayBeforeLastStep.
    """
    draft = Drafts(work).get(wanted.draft_id)
    of_its_level(draft, work)
    draft.send_back(wanted.lacking, wanted.reason, work.today)
    return standing(draft)
