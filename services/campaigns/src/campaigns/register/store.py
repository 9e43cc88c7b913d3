"""What the room «register» keeps."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import RowMapping, delete, func, insert, select

from campaigns.register import tables
from campaigns.register.domain.columns import Entry
from campaigns.register.domain.job import Import, KeptFault, Portion
from campaigns.store import tables as core
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.register import queries


class Counted(NamedTuple):
    """What the register of a unit holds."""

    areas: int
    households: int
    members: int


class RegisterStore(Repository):
    """Keeps imports and the register."""

    def job(self, import_id: str) -> Import:
        """Return an import. Raises NotFound."""
        return self._get(Import, import_id, "import")

    def portions(self, import_id: str) -> list[Portion]:
        """Return the portions of an import, in the order of the file."""
        table = tables.portions
        wanted = select(Portion).where(table.c.import_id == import_id).order_by(table.c.first_row)
        return list(self._session.scalars(wanted))

    def forget_portions(self, import_id: str) -> None:
        """Forget the rows of an import that has ended: the register holds what was good."""
        self._session.execute(delete(tables.portions).where(tables.portions.c.import_id == import_id))

    def jobs(self, asked: queries.ImportList) -> PageOf[Import]:
        """Return a page of imports."""
        table, wanted = tables.imports, select(Import)
        if asked.unit_code:
            wanted = wanted.where(table.c.path.contains(f"/{asked.unit_code}/", autoescape=True))
        if asked.state:
            wanted = wanted.where(table.c.state == asked.state)
        return self._page(wanted, table, asked)

    def faults(self, asked: queries.ImportFaults) -> PageOf[KeptFault]:
        """Return a page of an import's faults, in the order of the file."""
        table = tables.faults
        return self._page(select(KeptFault).where(table.c.import_id == asked.import_id), table, asked)

    def take_over(self, entries: Sequence[Entry], new_refs: Sequence[str], import_id: str) -> None:
        """Write entries into the register, in bulk: an area's number keeps its reference for ever."""
        known = self._references({each.kdc_id for each in entries})
        fresh = iter(new_refs)
        refs = [known.get((each.kdc_id, each.list_number)) or next(fresh) for each in entries]
        new = [
            {"id": ref, "kdc_id": each.kdc_id, "list_number": each.list_number}
            for ref, each in zip(refs, entries, strict=True)
            if (each.kdc_id, each.list_number) not in known
        ]
        if new:
            self._session.execute(insert(core.households), new)
        self._replace_heads(entries, refs, import_id)

    def register(self, asked: queries.HouseholdRegister) -> tuple[list[RowMapping], str | None]:
        """Return a page of an area's households with their heads."""
        c, heads = core.households.c, tables.household_heads
        columns = (c.id.label("household_ref"), c.kdc_id, c.list_number, heads.c.head_name, heads.c.members)
        joined = core.households.outerjoin(heads, heads.c.household_ref == c.id)
        wanted = select(*columns).select_from(joined).where(c.kdc_id == asked.kdc_id)
        if asked.cursor:
            wanted = wanted.where(c.id > asked.cursor)
        found = self._session.execute(wanted.order_by(c.id).limit(asked.limit + 1)).mappings().all()
        page = list(found[: asked.limit])
        return page, page[-1]["household_ref"] if len(found) > asked.limit else None

    def counts(self, areas: Sequence[str]) -> Counted:
        """Count the households of areas."""
        c, heads = core.households.c, tables.household_heads
        joined = core.households.outerjoin(heads, heads.c.household_ref == c.id)
        sums = (
            func.count(c.kdc_id.distinct()),
            func.count(c.id),
            func.coalesce(func.sum(heads.c.members), 0),
        )
        return Counted(
            *self._session.execute(select(*sums).select_from(joined).where(c.kdc_id.in_(areas))).one()
        )

    def areas(self) -> list[str]:
        """Return the residential areas that have households."""
        return list(self._session.scalars(select(core.households.c.kdc_id).distinct()))

    def _references(self, areas: set[str]) -> dict[tuple[str, int], str]:
        wanted = select(core.households).where(core.households.c.kdc_id.in_(areas))
        return {(row.kdc_id, row.list_number): row.id for row in self._session.execute(wanted)}

    def _replace_heads(self, entries: Sequence[Entry], refs: Sequence[str], import_id: str) -> None:
        heads = tables.household_heads
        areas = {each.kdc_id for each in entries}
        of_areas = select(core.households.c.id).where(core.households.c.kdc_id.in_(areas))
        self._session.execute(delete(heads).where(heads.c.household_ref.in_(of_areas)))
        rows = [
            {
                "household_ref": ref,
                "head_name": each.head_name,
                "members": each.members,
                "import_id": import_id,
            }
            for ref, each in zip(refs, entries, strict=True)
        ]
        self._session.execute(insert(heads), rows)
