"""What may be asked: imports, their faults, the register, and a template."""

from datetime import date

from pydantic import Field

from contracts.campaigns.register.commands import ImportProgress
from contracts.campaigns.register.values import FileFormat, ImportState
from contracts.campaigns.values import AreaCode, UnitCode
from contracts.messages import Answer, ListQuery, Message, Page, Query


class ImportById(Query):
    """One import and how far it has come."""

    import_id: str


class ImportRecord(ImportProgress):
    """An import."""

    unit_code: str
    uploaded_by: str
    uploaded_on: date


class ImportList(ListQuery):
    """Imports by place and state."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    state: ImportState | None = None


class ImportPage(Page[ImportRecord]):
    """One page of imports."""


class ImportFaults(ListQuery):
    """The faults of an import, in the order of the rows."""

    import_id: str


class Reason(Message):
    """Why a value was not taken, in both languages."""

    vi: str
    en: str


class ImportFault(Answer):
    """One fault: where it is, what stands there, and why it cannot be taken."""

    row: int = Field(description="Row of the file; the heading is row 1")
    column: str = Field(description="Heading of the column; empty for the whole row")
    value: str
    rule: str
    reason: Reason


class ImportFaultPage(Page[ImportFault]):
    """One page of faults."""


class ImportTemplate(Query):
    """An empty file with the right headings and an explanation of each."""

    format: FileFormat = "xlsx"


class TemplateFile(Answer):
    """A file to save."""

    file_name: str
    media_type: str
    content_base64: str


class HouseholdRegister(ListQuery):
    """The households of a residential area, with the names of their heads."""

    kdc_id: AreaCode


class HouseholdEntry(Answer):
    """A household of the register; it stays in this service."""

    household_ref: str
    kdc_id: str
    list_number: int
    head_name: str | None
    members: int | None = Field(description="Persons")


class HouseholdRegisterPage(Page[HouseholdEntry]):
    """One page of the register."""


class HouseholdCounts(Query):
    """How many households the register of a unit holds."""

    unit_code: UnitCode = Field(description="This unit and all below it")


class HouseholdCount(Answer):
    """Households and areas of a unit in the register."""

    unit_code: str
    areas: int
    households: int
    members: int = Field(description="Persons, where the list told them")
