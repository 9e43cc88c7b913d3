"""The repository of imports and of the register that they fill."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import RowMapping, delete, func, insert, select

from campaigns.household_imports import tables
from campaigns.household_imports.domain.columns import Entry
from campaigns.household_imports.domain.household_import import HouseholdImport, KeptFault, Upload
from campaigns.household_imports.messages import HouseholdRegister, ImportFaults, ImportList
from campaigns.households.tables import households
from contracts.names import Name
from contracts.reference import Place
from shared.domain.text import folded
from shared.store import Listed, PageOf, Repository, narrowed, rows_page

FORGOTTEN_AT_ONCE = 500
IMPORT = Name("lượt nhập danh sách hộ", "import")


class Counted(NamedTuple):
    """What the register of a unit holds."""

    areas: int
    households: int
    members: int


class HouseholdImports(Repository):
    """Keeps imports and the register."""

    def get(self, import_id: str) -> HouseholdImport:
        """Return an import. Raises NotFound."""
        return self._get(HouseholdImport, import_id, IMPORT)

    def upload(self, import_id: str) -> Upload:
        """Return the file of an import that has not ended. Raises NotFound."""
        return self._get(Upload, import_id, IMPORT)

    def forget_upload(self, import_id: str) -> None:
        """Forget the file of an import that has ended: the register holds what was good."""
        self._session.execute(delete(tables.uploads).where(tables.uploads.c.import_id == import_id))

    def forget_faults(self, before: date) -> None:
        """Forget some of the faults of imports that ended before a day."""
        imports, faults = tables.imports.c, tables.faults.c
        old = select(faults.id).join(tables.imports, imports.id == faults.import_id)
        some = old.where(imports.stands_since < before).limit(FORGOTTEN_AT_ONCE)
        self._session.execute(delete(tables.faults).where(faults.id.in_(some)))

    def page(self, asked: ImportList) -> PageOf[HouseholdImport]:
        """Return a page of imports."""
        return self._list(HouseholdImport, tables.imports, asked, _LISTED)

    def faults(self, job: HouseholdImport, asked: ImportFaults) -> PageOf[KeptFault]:
        """Return a page of an import's faults, in the order of the file; an import has one place and day."""
        table, imports = tables.faults, tables.imports.c
        by = Listed(path=job.path, day=imports.uploaded_on, text=table.c.search)
        wanted = select(KeptFault).join(tables.imports, imports.id == table.c.import_id)
        return self._list(KeptFault, table, asked, by, wanted.where(imports.id == job.id))

    def take_over(self, entries: Sequence[Entry], new_refs: Sequence[str], import_id: str) -> None:
        """Write entries into the register, in bulk: an area's number keeps its reference for ever."""
        known = self._references({each.area_code for each in entries})
        fresh = iter(new_refs)
        refs = [known.get((each.area_code, each.list_number)) or next(fresh) for each in entries]
        new = [
            {"id": ref, "area_code": each.area_code, "list_number": each.list_number}
            for ref, each in zip(refs, entries, strict=True)
            if (each.area_code, each.list_number) not in known
        ]
        if new:
            self._session.execute(insert(households), new)
        self._replace_heads(entries, refs, import_id)

    def register(self, asked: HouseholdRegister) -> PageOf[RowMapping]:
        """Return a page of an area's households with their heads, as rows; an area has one place."""
        c, heads, imports = households.c, tables.household_heads, tables.imports
        ref = c.id.label("household_ref")
        wanted = (
            select(ref, c.area_code, c.list_number, heads.c.head_name, heads.c.members)
            .outerjoin(heads, heads.c.household_ref == c.id)
            .outerjoin(imports, imports.c.id == heads.c.import_id)
            .where(c.area_code == asked.area_code)
        )
        place = Place.on(asked.area_code, self._work.today, "area_code")
        by = Listed(path=place.path, day=imports.c.uploaded_on, text=heads.c.search)
        return rows_page(self._session, narrowed(wanted, asked, by), ref, asked)

    def counts(self, areas: Sequence[str]) -> Counted:
        """Count the households of areas."""
        c, heads = households.c, tables.household_heads
        joined = households.outerjoin(heads, heads.c.household_ref == c.id)
        sums = (
            func.count(c.area_code.distinct()),
            func.count(c.id),
            func.coalesce(func.sum(heads.c.members), 0),
        )
        return Counted(
            *self._session.execute(select(*sums).select_from(joined).where(c.area_code.in_(areas))).one()
        )

    def _references(self, areas: set[str]) -> dict[tuple[str, int], str]:
        wanted = select(households).where(households.c.area_code.in_(areas))
        return {(row.area_code, row.list_number): row.id for row in self._session.execute(wanted)}

    def _replace_heads(self, entries: Sequence[Entry], refs: Sequence[str], import_id: str) -> None:
        heads = tables.household_heads
        areas = {each.area_code for each in entries}
        of_areas = select(households.c.id).where(households.c.area_code.in_(areas))
        self._session.execute(delete(heads).where(heads.c.household_ref.in_(of_areas)))
        rows = [
            {
                "household_ref": ref,
                "head_name": each.head_name,
                "search": folded(each.head_name),
                "members": each.members,
                "import_id": import_id,
            }
            for ref, each in zip(refs, entries, strict=True)
        ]
        self._session.execute(insert(heads), rows)


_LISTED = Listed(path=tables.imports.c.path, day=tables.imports.c.uploaded_on, state=tables.imports.c.state)
