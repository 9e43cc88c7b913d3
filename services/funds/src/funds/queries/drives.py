"""Drives: their list and their balance, open to everyone."""

from datetime import date
from typing import Any

from sqlalchemy import Select, select

from contracts.funds.queries import (
    DonorKindTotal,
    DriveBalance,
    DrivePage,
    Drives,
    DriveView,
    DriveWithBalance,
)
from funds.domain.drive import Drive
from funds.queries.views import drive_view
from funds.store import tables
from funds.store.store import FundsStore
from funds.store.totals import Given, given_to, pledged_to
from shared.authority import anyone
from shared.paging import page_of
from shared.service import query
from shared.work import Work


@query(Drives, get="/drives", may=anyone)
def drives(asked: Drives, work: Work[FundsStore]) -> DrivePage:
    """List drives, the oldest first.

    `unit_code` means that unit and all below it, as they were on the day the drive opened.
    """
    found, cursor = page_of(work.session, _matching(asked), tables.drives.c.id, asked)
    return DrivePage(items=[_shown(drive, work) for drive in found], next_cursor=cursor)


@query(DriveBalance, get="/drives/{drive_id}", may=anyone)
def drive_balance(asked: DriveBalance, work: Work[FundsStore]) -> DriveWithBalance:
    """Show a drive with what was pledged and received, exact to the dong, and by kind of donor.

    Reversed receipts are in no total. Raises NotFound.
    """
    drive = work.store.drive(asked.drive_id)
    pledged, given = pledged_to(work.session, drive.id), given_to(work.session, drive.id)
    return DriveWithBalance(
        **dict(_shown(drive, work)),
        pledged_vnd=pledged.pledged_vnd,
        outstanding_vnd=pledged.pledged_vnd - pledged.received_vnd,
        received_vnd=sum(each.received_vnd for each in given),
        gifts=sum(each.gifts for each in given),
        pledges=pledged.pledges,
        by_donor_kind=[_by_kind(each) for each in given],
    )


def _matching(asked: Drives) -> Select[Any]:
    statement = select(Drive).join(tables.funds, tables.funds.c.id == tables.drives.c.fund_id)
    if asked.unit_code:
        statement = statement.where(
            tables.drives.c.unit_path.contains(f"/{asked.unit_code}/", autoescape=True)
        )
    if asked.year:
        statement = statement.where(
            tables.drives.c.start_on <= date(asked.year, 12, 31),
            tables.drives.c.end_on >= date(asked.year, 1, 1),
        )
    if asked.fund_kind:
        statement = statement.where(tables.funds.c.kind == asked.fund_kind)
    if asked.campaign_id:
        statement = statement.where(tables.drives.c.campaign_id == asked.campaign_id)
    return statement


def _shown(drive: Drive, work: Work[FundsStore]) -> DriveView:
    return drive_view(drive, work.store.fund(drive.fund_id), work.today)


def _by_kind(given: Given) -> DonorKindTotal:
    return DonorKindTotal(donor_kind=given.donor_kind, received_vnd=given.received_vnd, gifts=given.gifts)
