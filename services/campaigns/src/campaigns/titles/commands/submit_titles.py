"""Sending the dossier of a meeting."""

from campaigns.titles.domain.standard import DECISION
from campaigns.titles.guards import of_its_area, submits_titles
from campaigns.titles.messages.commands import DossierStanding, SubmitTitles
from campaigns.titles.repository import Titles
from shared.domain.deadlines import ExplainedDeadline
from shared.service import command
from shared.work import Work


@command(
    SubmitTitles,
    post="/title-meetings/{meeting_id}/submit",
    may=submits_titles,
    vi="Gửi hồ sơ đề nghị công nhận danh hiệu",
    takes=["title_meeting:submit", "title:submit"],
    checks=of_its_area,
)
def submit_titles(wanted: SubmitTitles, work: Work) -> DossierStanding:
    """Send the dossier of the titles that a meeting passed to the body that decides.

    A late dossier is taken and marked late (gdvh.dossier); the decision is due by gdvh.decision.
    Raises: NotAllowed, NotFound, WrongStep (already sent, or nothing passed), InvalidField.
    """
    titles = Titles(work)
    meeting = titles.meeting(wanted.meeting_id)
    of_its_area(meeting, work)
    meeting.submit(wanted.dossier_no, work.today)
    due = ExplainedDeadline.counted(DECISION, work.today)
    passed = titles.passed_at(meeting.id)
    for title in passed:
        title.submit(due, work.today)
    return DossierStanding(
        meeting_id=meeting.id,
        state=meeting.state,
        submitted=len(passed),
        on_time=work.today <= meeting.dossier_due.due_on,
        decision_due=due,
    )
