"""The province approves the year's list, and its communes set out."""

from campaigns.standards.answers import standing_of_list
from campaigns.standards.domain.ntm_list import DUTY
from campaigns.standards.guards import directs_province
from campaigns.standards.messages.commands import ApproveNtmList, NtmListStanding
from campaigns.standards.repository import Standards
from contracts.campaigns.standards import NtmRegistrationListApproved
from shared.service import command
from shared.work import Work


@command(
    ApproveNtmList,
    post="/ntm-lists/{list_id}/approve",
    may=directs_province,
    vi="Phê duyệt danh sách xã đăng ký đạt chuẩn nông thôn mới",
    duties=(DUTY,),
    takes=["ntm_list:approve", "candidate:list"],
)
def approve_ntm_list(wanted: ApproveNtmList, work: Work) -> NtmListStanding:
    """Approve the year's list; its communes set out (III.1.3-a). Raises: NotFound, WrongStep."""
    standards = Standards(work)
    found = standards.ntm_list(wanted.list_id)
    found.approve(wanted.decision_no, work.today)
    for candidate_id in found.candidate_ids:
        candidate = standards.candidate(candidate_id)
        candidate.enlist(work.actor.body, found.id, wanted.decision_no, work.today)
    work.emit(
        NtmRegistrationListApproved(
            list_id=found.id,
            year=found.year,
            commune_codes=found.commune_codes,
            decision_no=wanted.decision_no,
            decided_on=work.today,
            unit_code=found.unit_code,
        )
    )
    return standing_of_list(found)
