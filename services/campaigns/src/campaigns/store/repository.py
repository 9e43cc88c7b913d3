"""What every repository of the service can do with one session."""

from typing import TypeVar

from sqlalchemy import Select, Table, extract
from sqlalchemy.orm import Session

from campaigns.store.places import placed
from contracts.errors import NotFound
from contracts.messages import ListQuery
from shared.paging import page_of

T = TypeVar("T")
PageOf = tuple[list[T], str | None]


class Repository:
    """Keeps and finds the objects of one unit of work."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self._session = session

    def add(self, *things: object) -> None:
        """Keep new objects, before others that refer to them."""
        self._session.add_all(things)
        self._session.flush()

    def _get(self, model: type[T], key: str, what: str) -> T:
        found = self._session.get(model, key)
        if found is None:
            raise NotFound(what=what, id=key)
        return found

    def _of_year_and_unit(
        self, wanted: Select[T], table: Table, day: str, year: int | None, unit_code: str | None
    ) -> Select[T]:
        if year:
            wanted = wanted.where(extract("year", table.c[day]) == year)
        return placed(self._session, wanted, table.c.unit_code, table.c[day], unit_code)

    def _page(self, wanted: Select[T], table: Table, asked: ListQuery) -> PageOf[T]:
        return page_of(self._session, wanted, table.c.id, asked)
