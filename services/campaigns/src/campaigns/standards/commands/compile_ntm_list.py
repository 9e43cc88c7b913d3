"""The year's list of communes registered to reach the new-style rural standard."""

from campaigns.common.domain.lists import distinct
from campaigns.standards.answers import standing_of_list
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.ntm_list import NtmList
from campaigns.standards.domain.refusals import OnAnotherList
from campaigns.standards.guards import coordinates_ntm
from campaigns.standards.messages.commands import CompileNtmList, NtmListStanding
from campaigns.standards.repository import Standards
from contracts.errors import InvalidField
from contracts.reference import Place
from shared.service import command
from shared.work import Work


@command(
    CompileNtmList,
    post="/ntm-lists",
    may=coordinates_ntm,
    vi="Tổng hợp danh sách xã đăng ký đạt chuẩn nông thôn mới",
    takes=["ntm_list:compile", "ntm_list:replace"],
)
def compile_ntm_list(wanted: CompileNtmList, work: Work) -> NtmListStanding:
    """Compile the year's list of candidate communes from what the districts put forward (III.1.3-a).

    It takes the place of a list that was returned. Raises: NotAllowed, NotFound, InvalidField, OnAnotherList.
    """
    standards = Standards(work)
    present = standards.list_of(wanted.year)
    if present and present.state != "returned":
        raise OnAnotherList(rule="one-list-a-year", year=wanted.year, list_id=present.id)
    ids = distinct(wanted.candidate_ids, "candidate_ids")
    candidates = [_accepted(each, index, wanted.year, work) for index, each in enumerate(ids)]
    compiled = NtmList(
        id=work.new_id("ntl"),
        year=wanted.year,
        unit_code=work.actor.unit,
        path=Place.on(work.actor.unit, work.today).path,
        candidate_ids=ids,
        commune_codes=sorted(each.unit_code for each in candidates),
        compiling_body=work.actor.body,
        compiled_on=work.today,
        recorded_at=work.now,
    )
    if present:
        present.replace(work.today)
    standards.add(compiled)
    return standing_of_list(compiled)


def _accepted(candidate_id: str, index: int, year: int, work: Work) -> Candidate:
    candidate = Standards(work).candidate(candidate_id)
    if (candidate.standard, candidate.state, candidate.year) != ("NTM", "accepted", year):
        field = f"candidate_ids.{index}"
        raise InvalidField(
            field,
            "accepted-for-year",
            f"Hồ sơ này chưa được cấp huyện chấp nhận đăng ký đạt chuẩn nông thôn mới năm {year}",
            f"The district did not accept this candidate for the new-style rural commune of {year}",
        )
    return candidate
