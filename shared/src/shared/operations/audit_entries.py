"""The service's audit, as its operators read it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, RowMapping, select

from shared.authority import Guard
from shared.clock import VIETNAM
from shared.operations.audit_messages import AuditEntry, AuditEntryList, AuditPage
from shared.service import QueryHandler, query
from shared.store.page import numbered_page
from shared.tables import audit
from shared.work import Work

DAY = timedelta(days=1)


def audit_entry_list(may: Guard) -> QueryHandler[AuditEntryList, AuditPage]:
    """Declare the query for one agency's operators."""

    @query(AuditEntryList, get="/audit", may=may, vi="Nhật ký kiểm tra", personal=True)
    def act(asked: AuditEntryList, work: Work) -> AuditPage:
        """List entries in the order in which they were written; each page that is read leaves one itself."""
        rows, more = numbered_page(work.session, select(audit).where(*_wanted(asked)), audit, asked)
        return AuditPage(items=[_shown(row) for row in rows], next_cursor=more)

    return act


def _wanted(asked: AuditEntryList) -> Iterator[ColumnElement[bool]]:
    for name in ("body", "user", "act", "outcome"):
        if (value := getattr(asked, name)) is not None:
            yield audit.c[name] == value
    if asked.object is not None:
        yield audit.c.objects.contains(f" {asked.object} ", autoescape=True)
    if asked.from_ is not None:
        yield audit.c.at >= _begin(asked.from_)
    if asked.to is not None:
        yield audit.c.at < _begin(asked.to) + DAY


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)


def _shown(row: RowMapping) -> AuditEntry:
    return AuditEntry(**{**row, "objects": row["objects"].split()})
