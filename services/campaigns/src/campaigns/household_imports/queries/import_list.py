"""Imports, for the Front."""

from campaigns.household_imports.answers import import_record
from campaigns.household_imports.guards import reads_imports
from campaigns.household_imports.messages import ImportList, ImportPage
from campaigns.household_imports.repository import HouseholdImports
from shared.service import query
from shared.work import Work


@query(ImportList, get="/household-imports", may=reads_imports, vi="Danh sách lượt nhập")
def import_list(asked: ImportList, work: Work) -> ImportPage:
    """List imports by place and all below it, day and state."""
    found, after = HouseholdImports(work).page(asked)
    return ImportPage(items=[import_record(each) for each in found], next_cursor=after)
