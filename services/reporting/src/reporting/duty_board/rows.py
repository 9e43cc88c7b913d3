"""Rows of the duty board: an item of the programme with the tallies of its standings."""

from collections.abc import Sequence
from itertools import groupby

from contracts.reporting.duty_board import DutyStatus
from reporting.duty_board.domain.items import Item
from reporting.duty_board.messages import DutyRow, ResponsibleAgency, YearTally
from reporting.duty_board.repository import Tally


def duty_row(item: Item, tallies: Sequence[Tally]) -> DutyRow:
    """Return an item's row from its own tallies, which are ordered by year."""
    return DutyRow(
        id=item.id,
        clause=item.clause,
        kind=item.kind,
        text_vi=item.text_vi,
        text_en=item.text_en,
        services=list(item.services),
        responsible=[
            ResponsibleAgency(agency=each.agency, name_vi=each.name_vi, name_en=each.name_en, role=each.role)
            for each in item.responsible
        ],
        status=_status(tallies),
        evidence=sum(each.evidence for each in tallies),
        years=[_year(year, list(group)) for year, group in groupby(tallies, key=lambda each: each.year)],
    )


def _status(tallies: Sequence[Tally]) -> DutyStatus:
    if not tallies:
        return "not_started"
    answering = {each.status for each in tallies if each.answers}
    return "done" if answering == {"done"} else "in_progress"


def _year(year: int, tallies: Sequence[Tally]) -> YearTally:
    answering = [each for each in tallies if each.answers]
    return YearTally(
        year=year,
        evidence=sum(each.evidence for each in tallies),
        in_progress=sum(each.bodies for each in answering if each.status == "in_progress"),
        done=sum(each.bodies for each in answering if each.status == "done"),
        others=sum(each.bodies for each in tallies if not each.answers),
    )
