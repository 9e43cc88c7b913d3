"""The year's list goes to the provincial People's Committee."""

from campaigns.standards.answers import standing_of_list
from campaigns.standards.guards import coordinates_ntm
from campaigns.standards.messages.commands import NtmListStanding, SubmitNtmList
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    SubmitNtmList,
    post="/ntm-lists/{list_id}/submit",
    may=coordinates_ntm,
    vi="Trình danh sách xã đăng ký đạt chuẩn nông thôn mới",
    takes=["ntm_list:submit"],
)
def submit_ntm_list(wanted: SubmitNtmList, work: Work) -> NtmListStanding:
    """Submit the compiled list to the provincial People's Committee. Raises: NotFound, WrongStep."""
    found = Standards(work).ntm_list(wanted.list_id)
    found.submit(work.today)
    return standing_of_list(found)
