"""The value types that only the API of models carries."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from campaigns.common.domain.values import Result
from campaigns.pilot_models.domain.model import ModelState
from campaigns.pilot_models.domain.practice import PracticeState
from contracts.campaigns.pilot_models import HouseholdsBenefiting
from contracts.messages import Message
from contracts.names import Named
from contracts.values import BODY, COUNT, ID, LINE, MOST_VND, PROSE, MeasureUnit, NameVi

MOST = 10**15  # đồng, and the highest figure of a model

PracticeId = Annotated[str, ID, Named("Mã cách làm hay", "Practice id")]
MemberBody = Annotated[str, BODY, Named("Cơ quan được mời phối hợp", "Invited body")]
RecognisingBody = Annotated[str, BODY, Named("Cơ quan công nhận", "Recognising body")]
RecordingBody = Annotated[str, BODY, Named("Cơ quan ghi nhận", "Recording body")]
PublishingBody = Annotated[str, BODY, Named("Cơ quan đăng tải", "Publishing body")]
ContactBody = Annotated[str, BODY, Named("Cơ quan đầu mối liên hệ", "Body to ask")]
ModelName = Annotated[str, LINE, Named("Tên gọi", "Name")]
CostVnd = Annotated[int, Field(ge=0, le=MOST), Named("Kinh phí (đồng)", "Cost (VND)")]
SupportVnd = Annotated[
    int, Field(ge=0, le=MOST_VND), Named("Tổng hỗ trợ bằng tiền (đồng)", "Support in money (VND)")
]
Problem = Annotated[str, PROSE, Named("Vấn đề đặt ra", "Problem")]
Method = Annotated[str, PROSE, Named("Cách làm", "Method")]
Adaptation = Annotated[str, PROSE, Named("Điều chỉnh khi nhân rộng", "Adaptation")]
Effective = Annotated[bool, Named("Mô hình có hiệu quả", "Effective")]
Succeeded = Annotated[bool, Named("Nhân rộng thành công", "Succeeded")]
Models = Annotated[int, COUNT, Named("Số mô hình", "Models")]
EvaluatedOn = Annotated[date, Named("Ngày đánh giá mô hình", "Evaluated on")]
RecognisedOn = Annotated[date, Named("Ngày công nhận", "Recognised on")]
RetiredOn = Annotated[date, Named("Ngày dừng mô hình", "Retired on")]
_FIGURE = Field(max_digits=15, decimal_places=3)
Quantity = Annotated[Decimal, _FIGURE, Named("Số lượng", "Quantity")]
MeasureBefore = Annotated[Decimal, _FIGURE, Named("Trước khi thực hiện mô hình", "Before")]
MeasureAfter = Annotated[Decimal, _FIGURE, Named("Sau khi thực hiện mô hình", "After")]
HitKind = Annotated[
    Literal["model", "practice"],
    Named("Loại kết quả", "Kind of hit", codes={"model": "Mô hình", "practice": "Cách làm hay"}),
]
HitState = ModelState | PracticeState


class Indicator(Message, vi="Chỉ số của mô hình"):
    """One measured figure of a model, before and after."""

    name_vi: NameVi = Field(max_length=200)
    measure_unit: MeasureUnit
    before: MeasureBefore
    after: MeasureAfter


ModelIndicators = Annotated[list[Indicator], Named("Các chỉ số của mô hình", "Figures of the model")]


class ModelEvaluation(Message, vi="Kết quả đánh giá mô hình"):
    """What trying out a model gave."""

    effective: Effective
    result: Result
    cost_vnd: CostVnd
    households_benefiting: HouseholdsBenefiting
    indicators: ModelIndicators
