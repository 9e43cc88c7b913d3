"""One residents' meeting that voted on titles."""

from campaigns.common.record import record
from campaigns.titles.messages.queries import TitleMeetingById, TitleMeetingRecord
from campaigns.titles.repository import Titles
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    TitleMeetingById,
    get="/title-meetings/{meeting_id}",
    may=signed_in,
    vi="Cuộc họp bình xét danh hiệu",
)
def title_meeting_by_id(asked: TitleMeetingById, work: Work) -> TitleMeetingRecord:
    """Show a residents' meeting with attendance and minutes. Raises NotFound."""
    meeting = Titles(work).meeting(asked.meeting_id)
    return record(TitleMeetingRecord, meeting, meeting_id=meeting.id)
