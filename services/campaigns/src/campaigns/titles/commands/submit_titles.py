"""Sending the dossier of a meeting."""

from campaigns.history import note
from campaigns.store.store import CampaignStore
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.standard import DECISION
from campaigns.titles.guards import require_area, submits_titles
from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.titles.commands import DossierStanding, SubmitTitles
from contracts.errors import WrongStep
from shared.service import command
from shared.work import Work


@command(SubmitTitles, post="/title-meetings/{meeting_id}/submit", may=submits_titles)
def submit_titles(wanted: SubmitTitles, work: Work[CampaignStore]) -> DossierStanding:
    """Send the dossier of the titles that a meeting passed to the body that decides.

    A late dossier is taken and marked late (gdvh.dossier); the decision is due by gdvh.decision.
    Raises: NotAllowed, NotFound, WrongStep (already sent, or nothing passed), InvalidField.
    """
    meeting = work.store.titles.meeting(wanted.meeting_id)
    require_area(work.actor, meeting.kdc_id, work.today)
    meeting.submit(wanted.dossier_no, work.today)
    note(work, meeting.id, "submit_titles", meeting.state)
    due = ExplainedDeadline.counted(DECISION, work.today)
    return DossierStanding(
        meeting_id=meeting.id,
        state=meeting.state,
        submitted=_send(meeting, due, work),
        on_time=work.today <= ExplainedDeadline.model_validate(meeting.dossier_due).due_on,
        decision_due=due,
    )


def _send(meeting: Meeting, due: ExplainedDeadline, work: Work[CampaignStore]) -> int:
    passed = work.store.titles.passed_at(meeting.id)
    if not passed:
        raise WrongStep(rule="title-meeting:passed", subject=meeting.id, state="not_passed", step="submit")
    for title in passed:
        title.submit(due.model_dump(mode="json"), due.due_on, work.today)
        note(work, title.id, "submit_titles", title.state)
    return len(passed)
