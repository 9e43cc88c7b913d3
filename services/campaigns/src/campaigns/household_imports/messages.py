"""What may be asked of and about the lists of households, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Base64Bytes, Field

from campaigns.common.domain.values import ListNumber, Total
from campaigns.household_imports.domain.household_import import FileFormat, ImportState
from contracts.messages import Answer, Command, ListQuery, Message, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import BODY, COUNT, ID, AreaCode, HouseholdRef, Households, UnitCode

Areas = Annotated[int, COUNT, Named("Số khu dân cư", "Residential areas")]

FILE_NAME = Named("Nội dung tệp", "Content of the file")

FileContent = Annotated[Base64Bytes, FILE_NAME]
EncodedFile = Annotated[str, FILE_NAME]
FileName = Annotated[str, Named("Tên tệp", "File name")]
MediaType = Annotated[str, Named("Loại tệp", "Media type")]
ImportId = Annotated[str, ID, Named("Mã lượt nhập danh sách", "Import id")]
FaultCount = Annotated[int, COUNT, Named("Số lỗi", "Faults")]
Imported = Annotated[int, COUNT, Named("Số hộ đã nhập", "Households taken over")]
UploadingBody = Annotated[str, BODY, Named("Cơ quan tải lên", "Uploading body")]
UploadedOn = Annotated[date, Named("Ngày tải lên", "Uploaded on")]
FileRow = Annotated[int, COUNT, Named("Dòng", "Row")]
FileColumn = Annotated[str, Named("Cột", "Column")]
FileValue = Annotated[str, Named("Giá trị", "Value")]
FaultRule = Annotated[str, Named("Quy tắc kiểm tra", "Rule")]
FaultVi = Annotated[str, Named("Giải thích", "In Vietnamese")]
FaultEn = Annotated[str, Named("Giải thích bằng tiếng Anh", "In English")]
HeadName = Annotated[str, Named("Họ và tên chủ hộ", "Name of the head")]
HouseholdMembers = Annotated[int, COUNT, Named("Số nhân khẩu", "Persons in the household")]


class UploadHouseholds(Command):
    """Upload a commune's list of households; it is checked, and taken over whole or not at all."""

    unit_code: UnitCode = Field(description="The commune")
    format: FileFormat
    content_base64: FileContent = Field(description="The file, at most 5 MB", min_length=1)


class ImportProgress(Answer, vi="Tiến độ nhập danh sách hộ"):
    """How far an import has come."""

    import_id: ImportId
    state: ImportState
    total: Total = Field(description="Rows in the file; 0 until it was checked")
    errors: FaultCount = Field(description="Faults found")
    imported: Imported = Field(description="Households taken over: all of the list, or none")


class ImportById(Query):
    """One import and how far it has come."""

    import_id: ImportId


class ImportRecord(ImportProgress, vi="Lượt nhập danh sách hộ"):
    """An import."""

    unit_code: UnitCode
    uploading_body: UploadingBody
    uploaded_on: UploadedOn


class ImportList(ListQuery):
    """Imports by place, day and state."""

    state: ImportState | None = None


class ImportPage(Page[ImportRecord], vi="Danh sách lượt nhập"):
    """One page of imports."""


class ImportFaults(TextListQuery):
    """The faults of an import, in the order of the rows, by their words; place and day are the import's."""

    import_id: ImportId


class FaultReason(Message, vi="Lý do không nhận"):
    """Why a value was not taken, in both languages."""

    vi: FaultVi
    en: FaultEn


class ImportFault(Answer, vi="Lỗi trong danh sách"):
    """One fault: where it is, what stands there, and why it cannot be taken."""

    row: FileRow = Field(description="Row of the file; the heading is row 1")
    column: FileColumn = Field(description="Heading of the column; empty for the whole row")
    value: FileValue
    rule: FaultRule
    reason: FaultReason


class ImportFaultPage(Page[ImportFault], vi="Các lỗi của lượt nhập"):
    """One page of faults."""


class ImportTemplate(Query):
    """An empty file with the right headings and an explanation of each."""

    format: FileFormat = "xlsx"


class TemplateFile(Answer, vi="Tệp mẫu danh sách hộ"):
    """A file to save."""

    file_name: FileName
    media_type: MediaType
    content_base64: EncodedFile


class HouseholdRegister(TextListQuery):
    """The households of a residential area, with the names of their heads, by name and day of the list."""

    area_code: AreaCode


class HouseholdEntry(Answer, vi="Hộ trong danh sách"):
    """A household of the register; it stays in this service."""

    household_ref: HouseholdRef
    area_code: AreaCode
    list_number: ListNumber
    head_name: HeadName | None
    members: HouseholdMembers | None = Field(description="Persons")


class HouseholdRegisterPage(Page[HouseholdEntry], vi="Danh sách hộ của khu dân cư"):
    """One page of the register."""


class HouseholdCounts(Query):
    """How many households the register of a unit holds."""

    unit_code: UnitCode = Field(description="This unit and all below it")


class HouseholdCount(Answer, vi="Số hộ trong danh sách"):
    """Households and areas of a unit in the register."""

    unit_code: UnitCode
    areas: Areas
    households: Households
    members: HouseholdMembers = Field(description="Persons, where the list told them")
