"""A year's list that is sent back."""

from campaigns.standards.answers import standing_of_list
from campaigns.standards.guards import directs_province
from campaigns.standards.messages.commands import NtmListStanding, ReturnNtmList
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    ReturnNtmList,
    post="/ntm-lists/{list_id}/return",
    may=directs_province,
    vi="Trả lại danh sách xã đăng ký đạt chuẩn nông thôn mới",
    takes=["ntm_list:return"],
)
def return_ntm_list(wanted: ReturnNtmList, work: Work) -> NtmListStanding:
    """Send a submitted list back; another may then be compiled. Raises: NotFound, WrongStep."""
    found = Standards(work).ntm_list(wanted.list_id)
    found.give_back(wanted.reason, work.today)
    return standing_of_list(found)
