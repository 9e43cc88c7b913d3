"""What can be asked about the next steps of an object."""

from typing import Annotated

from contracts.messages import Answer, Query
from contracts.names import Named
from shared.subject_values import SubjectId, SubjectKind

Steps = Annotated[tuple[str, ...], Named("Bước", "Steps")]
StepsVi = Annotated[tuple[str, ...], Named("Tên bước (tiếng Việt)", "Names of the steps in Vietnamese")]
OperationName = Annotated[str, Named("Thao tác", "Operation")]
OperationVi = Annotated[str, Named("Tên thao tác (tiếng Việt)", "Name of the operation in Vietnamese")]
OperationEn = Annotated[str, Named("Tên thao tác (tiếng Anh)", "Name of the operation in English")]
Address = Annotated[str, Named("Địa chỉ", "Address")]


class NextSteps(Query):
    """The steps that the actor may take now with an object."""

    subject_id: SubjectId


class NextStep(Answer, vi="Bước có thể thực hiện"):
    """A command that the actor may give now, where to send it (POST), and the steps that it takes."""

    command: OperationName
    command_vi: OperationVi
    command_en: OperationEn
    address: Address
    steps: Steps
    steps_vi: StepsVi


class NextStepsAnswer(Answer, vi="Các bước có thể thực hiện"):
    """What the actor may do now with an object."""

    subject_id: SubjectId
    subject_kind: SubjectKind
    items: Annotated[tuple[NextStep, ...], Named("Danh sách", "Items")]
