"""The residents' vote on titles."""

from campaigns.domain.campaign import distinct
from campaigns.history import note
from campaigns.store.store import CampaignStore
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.standard import DOSSIER
from campaigns.titles.domain.title import Title
from campaigns.titles.guards import records_votes
from campaigns.titles.standing import standing
from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.titles.commands import MeetingStanding, ReviewTitles, TitleVote
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(ReviewTitles, post="/title-meetings", may=records_votes)
def review_titles(wanted: ReviewTitles, work: Work[CampaignStore]) -> MeetingStanding:
    """Record the residents' meeting of an area that voted on titles, with its minutes.

    Quorum, majority and ways of voting are the rules gdvh.vote.* of the day. A title without the majority
    is not passed. The answer says by when the dossier is due (gdvh.dossier).
    Raises: NotAllowed, NotFound, WrongStep, QuorumNotReached, InvalidField.
    """
    distinct([vote.registration_id for vote in wanted.votes], "votes")
    due = ExplainedDeadline.counted(DOSSIER, work.today)
    meeting = _meeting(wanted, due, work)
    work.store.add(meeting)
    note(work, meeting.id, "review_titles", meeting.state)
    voted = [_vote(meeting, index, vote, work) for index, vote in enumerate(wanted.votes)]
    return MeetingStanding(
        meeting_id=meeting.id,
        state=meeting.state,
        titles=[standing(title) for title in voted],
        dossier_due=due,
    )


def _meeting(wanted: ReviewTitles, due: ExplainedDeadline, work: Work[CampaignStore]) -> Meeting:
    return Meeting(
        id=work.new_id("tmt"),
        title=wanted.title,
        kdc_id=wanted.kdc_id,
        year=wanted.year,
        held_on=work.today,
        invited=wanted.invited,
        attended=wanted.attended,
        ballot=wanted.ballot,
        minutes_ref=wanted.minutes_ref,
        dossier_due=due.model_dump(mode="json"),
        recorded_by=work.actor.body,
        recorded_at=work.now,
    )


def _vote(meeting: Meeting, index: int, vote: TitleVote, work: Work[CampaignStore]) -> Title:
    title, field = work.store.titles.title(vote.registration_id), f"votes.{index}"
    if (title.title, title.kdc_id, title.year) != (meeting.title, meeting.kdc_id, meeting.year):
        raise InvalidField(
            field + ".registration_id",
            "of-this-meeting",
            "Đăng ký này không thuộc danh hiệu, khu dân cư và năm của cuộc họp",
            "This registration is not of the meeting's title, area and year",
        )
    passed = meeting.passes(vote.yes_votes, field + ".yes_votes")
    title.review(meeting.id, vote.yes_votes, work.today, passed=passed)
    note(work, title.id, "review_titles", title.state)
    return title
