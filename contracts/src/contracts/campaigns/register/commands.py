"""What may be asked to be done: a commune's list uploaded, checked and taken over."""

from pydantic import Base64Bytes, Field

from contracts.campaigns.register.values import FileFormat, ImportState
from contracts.campaigns.values import UnitCode
from contracts.messages import Answer, Command


class UploadHouseholds(Command):
    """Upload a commune's list of households; it is checked and taken over by `continue`."""

    unit_code: UnitCode = Field(description="The commune")
    format: FileFormat
    content_base64: Base64Bytes = Field(description="The file, at most 5 MB", min_length=1)


class ContinueImport(Command):
    """Go on with an import: check its next rows, or take over the whole list when all are checked."""

    import_id: str


class ImportProgress(Answer):
    """How far an import has come."""

    import_id: str
    state: ImportState
    total: int = Field(description="Rows in the file")
    done: int = Field(description="Rows checked")
    errors: int = Field(description="Faults found so far")
    imported: int = Field(description="Households taken over: all of the list, or none")
