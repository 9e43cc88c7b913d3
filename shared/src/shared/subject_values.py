"""Value types of what every service says of its objects: in history, tasks and next steps."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

SubjectId = Annotated[str, Field(min_length=1, max_length=64), Named("Mã đối tượng", "Id of the object")]
SubjectKind = Annotated[str, Named("Loại đối tượng", "Kind of object")]
StepVi = Annotated[str, Named("Tên bước (tiếng Việt)", "Name of the step in Vietnamese")]
StepEn = Annotated[str, Named("Tên bước (tiếng Anh)", "Name of the step in English")]
