"""What can be asked of the history of an object."""

from datetime import date, datetime
from typing import Annotated

from contracts.messages import Answer, Page, PageQuery
from contracts.names import Named
from shared.subject_values import StepEn, StepVi, SubjectId, SubjectKind

StepCode = Annotated[str, Named("Bước", "Step")]
SourceState = Annotated[str, Named("Trạng thái trước", "State before")]
StateAfter = Annotated[str, Named("Trạng thái sau", "State after")]
StateVi = Annotated[str, Named("Tên trạng thái (tiếng Việt)", "Name of the state in Vietnamese")]
StateEn = Annotated[str, Named("Tên trạng thái (tiếng Anh)", "Name of the state in English")]
ActingUser = Annotated[str, Named("Người thực hiện", "Who acted")]
ActingBody = Annotated[str, Named("Cơ quan thực hiện", "Acting body")]
TakenOn = Annotated[date, Named("Ngày thực hiện", "Day of the step")]
RecordedAt = Annotated[datetime, Named("Thời điểm ghi nhận", "Recorded at")]
WrittenReason = Annotated[str, Named("Lý do", "Reason")]


class HistoryOf(PageQuery):
    """The steps that an object took, in their order."""

    subject_id: SubjectId


class StepRecord(Answer, vi="Bước đã thực hiện"):
    """One step: who took it, as whom, when, from where to where, and why.

    `user` and `reason` are told to the acting body alone: a reason in free words may speak of a household or
    a person. `event` and `timer` are no persons.
    """

    subject_kind: SubjectKind
    step: StepCode
    step_vi: StepVi
    step_en: StepEn
    source: SourceState | None
    state: StateAfter
    state_vi: StateVi
    state_en: StateEn
    user: ActingUser | None
    acting_body: ActingBody
    taken_on: TakenOn
    recorded_at: RecordedAt
    reason: WrittenReason | None


class History(Page[StepRecord], vi="Quá trình xử lý"):
    """One page of the steps that an object took."""
