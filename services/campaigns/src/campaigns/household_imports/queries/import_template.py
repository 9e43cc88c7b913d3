"""An empty list to fill in, for everyone."""

import base64

from campaigns.household_imports import files
from campaigns.household_imports.messages import ImportTemplate, TemplateFile
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ImportTemplate, get="/household-import-template", may=anyone, vi="Tệp mẫu danh sách hộ")
def import_template(asked: ImportTemplate, work: Work) -> TemplateFile:  # noqa: ARG001 - it asks nothing
    """Give an empty list to fill in, with what each column holds in a second sheet."""
    content = base64.b64encode(files.template(asked.format)).decode()
    return TemplateFile(
        file_name=f"danh-sach-ho.{asked.format}",
        media_type=files.MEDIA_TYPES[asked.format],
        content_base64=content,
    )
