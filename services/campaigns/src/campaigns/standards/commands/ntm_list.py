"""The year's list of communes registered to reach the new-style rural standard."""

from campaigns.domain.campaign import distinct
from campaigns.history import note
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.ntm_list import DUTY, NtmList
from campaigns.standards.domain.refusals import OnAnotherList
from campaigns.standards.guards import coordinates_ntm, directs_province
from campaigns.standards.standing import take
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.commands import (
    ApproveNtmList,
    CompileNtmList,
    NtmListStanding,
    ReturnNtmList,
    SubmitNtmList,
)
from contracts.campaigns.standards.events import NtmRegistrationListApproved
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(CompileNtmList, post="/ntm-lists", may=coordinates_ntm)
def compile_ntm_list(wanted: CompileNtmList, work: Work[CampaignStore]) -> NtmListStanding:
    """Compile the year's list of candidate communes from what the districts put forward (III.1.3-a).

    Raises: NotAllowed, NotFound, InvalidField, OnAnotherList.
    """
    present = work.store.standards.list_of(wanted.year)
    if present:
        raise OnAnotherList(rule="one-list-a-year", year=wanted.year, list_id=present.id)
    ids = distinct(list(wanted.candidate_ids), "candidate_ids")
    candidates = [_accepted(each, index, wanted.year, work) for index, each in enumerate(ids)]
    compiled = NtmList(
        id=work.new_id("ntl"),
        year=wanted.year,
        unit_code=work.actor.unit,
        candidate_ids=ids,
        commune_codes=sorted(each.unit_code for each in candidates),
        compiled_by=work.actor.body,
        compiled_on=work.today,
        recorded_at=work.now,
    )
    work.store.add(compiled)
    return _told(compiled, "compile_ntm_list", work)


@command(SubmitNtmList, post="/ntm-lists/{list_id}/submit", may=coordinates_ntm)
def submit_ntm_list(wanted: SubmitNtmList, work: Work[CampaignStore]) -> NtmListStanding:
    """Submit the compiled list to the provincial People's Committee. Raises: NotFound, WrongStep."""
    found = work.store.standards.ntm_list(wanted.list_id)
    found.submit(work.today)
    return _told(found, "submit_ntm_list", work)


@command(ReturnNtmList, post="/ntm-lists/{list_id}/return", may=directs_province)
def return_ntm_list(wanted: ReturnNtmList, work: Work[CampaignStore]) -> NtmListStanding:
    """Send a submitted list back; another may then be compiled. Raises: NotFound, WrongStep."""
    found = work.store.standards.ntm_list(wanted.list_id)
    found.give_back()
    return _told(found, "return_ntm_list", work, wanted.reason)


@command(ApproveNtmList, post="/ntm-lists/{list_id}/approve", may=directs_province, duties=(DUTY,))
def approve_ntm_list(wanted: ApproveNtmList, work: Work[CampaignStore]) -> NtmListStanding:
    """Approve the year's list; its communes set out (III.1.3-a). Raises: NotFound, WrongStep."""
    found = work.store.standards.ntm_list(wanted.list_id)
    found.approve(wanted.decision_no, work.today)
    for candidate_id in found.candidate_ids:
        candidate = work.store.standards.candidate(candidate_id)
        take(candidate, "list", work, decision_no=wanted.decision_no)
        candidate.list_id = found.id
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
    return _told(found, "approve_ntm_list", work)


def _accepted(candidate_id: str, index: int, year: int, work: Work[CampaignStore]) -> Candidate:
    candidate = work.store.standards.candidate(candidate_id)
    if (candidate.standard, candidate.state, candidate.year) != ("NTM", "accepted", year):
        field = f"candidate_ids.{index}"
        raise InvalidField(
            field,
            "accepted-for-year",
            f"{candidate_id} chưa được cấp huyện chấp nhận đăng ký chuẩn NTM năm {year}",
            f"{candidate_id} was not accepted by its district for the standard NTM of {year}",
        )
    return candidate


def _told(found: NtmList, step: str, work: Work[CampaignStore], reason: str | None = None) -> NtmListStanding:
    note(work, found.id, step, found.state, reason=reason)
    return NtmListStanding.model_validate(
        {"list_id": found.id, "state": found.state, "commune_codes": found.commune_codes}
    )
