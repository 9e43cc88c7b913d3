"""Programmes with their signatures."""

from sqlalchemy import select

from contracts.names import Name
from reporting.programmes.domain.programme import Programme
from reporting.programmes.messages import ProgrammeList
from reporting.programmes.tables import programmes
from shared.store import Listed, PageOf, Repository


class Programmes(Repository):
    """The programmes of one unit of work."""

    def get(self, programme_id: str) -> Programme:
        """Return a programme. Raises NotFound."""
        return self._get(Programme, programme_id, Name("chương trình phối hợp", "programme"))

    def has_number(self, number: str) -> bool:
        """Say whether a programme of this number is proposed or in force."""
        found = select(programmes.c.id).where(programmes.c.number == number, programmes.c.state != "refused")
        return self._session.scalar(found) is not None

    def page(self, asked: ProgrammeList) -> PageOf[Programme]:
        """Return a page of programmes."""
        by = Listed(
            path=programmes.c.path,
            day=programmes.c.proposed_on,
            state=programmes.c.state,
            text=programmes.c.search,
        )
        return self._list(Programme, programmes, asked, by)
