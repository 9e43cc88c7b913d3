"""The residents' vote on titles."""

from campaigns.common.domain.lists import distinct
from campaigns.titles.answers import standing
from campaigns.titles.domain.meeting import Meeting, is_passed
from campaigns.titles.domain.standard import DOSSIER
from campaigns.titles.domain.title import Title
from campaigns.titles.guards import of_its_area, records_votes
from campaigns.titles.messages.commands import MeetingStanding, ReviewTitles, TitleVote
from campaigns.titles.repository import Titles
from contracts.errors import InvalidField
from shared.domain.deadlines import ExplainedDeadline
from shared.service import command
from shared.work import Work


@command(
    ReviewTitles,
    post="/title-meetings",
    may=records_votes,
    vi="Ghi nhận cuộc họp bình xét danh hiệu",
    takes=["title_meeting:hold", "title_meeting:hold_in_vain", "title:pass", "title:fail"],
    checks=of_its_area,
)
def review_titles(wanted: ReviewTitles, work: Work) -> MeetingStanding:
    """Record the residents' meeting of an area that voted on titles, with its minutes.

    Quorum, majority and ways of voting are the rules gdvh.vote.* of the day. A title without the majority
    is not passed. The answer says by when the dossier is due (gdvh.dossier).
    Raises: NotAllowed, NotFound, WrongStep, QuorumNotReached, InvalidField.
    """
    distinct([vote.registration_id for vote in wanted.votes], "votes")
    voted = [_voted(wanted, index, vote, work) for index, vote in enumerate(wanted.votes)]
    passed = [_passes(wanted, index, vote, work) for index, vote in enumerate(wanted.votes)]
    due = ExplainedDeadline.counted(DOSSIER, work.today)
    meeting = _meeting(wanted, due, sum(passed), work)
    Titles(work).add(meeting)
    for title, vote, enough in zip(voted, wanted.votes, passed, strict=True):
        title.review(meeting.id, vote.yes_votes, work.today, passed=enough)
    return MeetingStanding(
        meeting_id=meeting.id,
        state=meeting.state,
        titles=[standing(title) for title in voted],
        dossier_due=due,
    )


def _voted(wanted: ReviewTitles, index: int, vote: TitleVote, work: Work) -> Title:
    title, field = Titles(work).get(vote.registration_id), f"votes.{index}.registration_id"
    if (title.title, title.area_code, title.year) != (wanted.title, wanted.area_code, wanted.year):
        raise InvalidField(
            field,
            "of-this-meeting",
            "Đăng ký này không thuộc danh hiệu, khu dân cư và năm của cuộc họp",
            "This registration is not of the meeting's title, area and year",
        )
    return title


def _passes(wanted: ReviewTitles, index: int, vote: TitleVote, work: Work) -> bool:
    return is_passed(vote.yes_votes, wanted.attended, work.today, f"votes.{index}.yes_votes")


def _meeting(wanted: ReviewTitles, due: ExplainedDeadline, passed: int, work: Work) -> Meeting:
    return Meeting(
        id=work.new_id("tmt"),
        title=wanted.title,
        area_code=wanted.area_code,
        year=wanted.year,
        held_on=work.today,
        invited=wanted.invited,
        attended=wanted.attended,
        passed=passed,
        ballot=wanted.ballot,
        minutes_ref=wanted.minutes_ref,
        dossier_due=due,
        recording_body=work.actor.body,
        recorded_at=work.now,
    )
