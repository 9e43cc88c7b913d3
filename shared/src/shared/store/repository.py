"""What every repository can do within one unit of work."""

from typing import Any, TypeVar

from sqlalchemy import Select, Table, select

from contracts.errors import NotFound
from contracts.messages import ListQuery, PageQuery
from contracts.names import Name
from shared.store.filters import Listed, narrowed
from shared.store.page import PageOf, page_of
from shared.work import Work

T = TypeVar("T")


class Repository:
    """Keeps and finds the objects of one unit of work; it never commits."""

    def __init__(self, work: Work) -> None:
        """Take the unit of work."""
        self._work = work
        self._session = work.session

    def add(self, *things: object) -> None:
        """Keep new objects, before others that refer to them."""
        self._session.add_all(things)
        self._session.flush()

    def _get(self, model: type[T], key: str, what: Name) -> T:
        found = self._session.get(model, key)
        if found is None:
            raise NotFound(what=what, id=key)
        return found

    def _list(
        self, model: type[T], table: Table, asked: ListQuery, by: Listed, wanted: Select[Any] | None = None
    ) -> PageOf[T]:
        """Return a page of a list, by the filters that every list has; `wanted` narrows it beforehand."""
        statement = narrowed(select(model) if wanted is None else wanted, asked, by)
        return self._page(statement, table, asked)

    def _page(self, wanted: Select[Any], table: Table, asked: PageQuery) -> PageOf[Any]:
        return page_of(self._session, wanted, table.c.id, asked)
