"""What the feature «pilot_models» tells the others, and the values that its events carry."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    ID,
    LINE,
    ChairBody,
    DecidedOn,
    DecisionNumber,
    MeasureUnit,
    MemberBodies,
    ModelId,
    UnitCode,
    Vnd,
)

ModelType = Annotated[
    Literal["GN-VK", "GN-BV", "NTM", "DTVM"],
    Named(
        "Loại mô hình",
        "Type of model",
        codes={
            "GN-VK": ("Hộ gia đình vượt khó vươn lên thoát nghèo", "escape from poverty"),
            "GN-BV": ("Giảm nghèo bền vững", "sustainable poverty reduction"),
            "NTM": ("Xây dựng nông thôn mới", "new-style rural area"),
            "DTVM": ("Xây dựng đô thị văn minh", "civilised urban area"),
        },
    ),
]
ModelSubjectKind = Annotated[
    Literal["household", "kdc", "commune", "ward", "township", "cooperative_group", "cooperative"],
    Named(
        "Đối tượng xây dựng mô hình",
        "Subject of the model",
        codes={
            "household": "Hộ gia đình",
            "kdc": ("Khu dân cư", "residential area"),
            "commune": "Xã",
            "ward": "Phường",
            "township": "Thị trấn",
            "cooperative_group": "Tổ hợp tác",
            "cooperative": "Hợp tác xã",
        },
    ),
]
SupportKind = Annotated[
    Literal["money", "goods"],
    Named("Hình thức hỗ trợ", "Kind of support", codes={"money": "Bằng tiền", "goods": "Bằng hiện vật"}),
]
ReplicationKind = Annotated[
    Literal["full", "practice"],
    Named(
        "Hình thức nhân rộng",
        "Kind of replication",
        codes={"full": "Nhân rộng mô hình", "practice": "Phổ biến cách làm hay"},
    ),
]
ReplicationId = Annotated[str, ID, Named("Mã lượt nhân rộng", "Replication id")]
SupportId = Annotated[str, ID, Named("Mã khoản hỗ trợ", "Support id")]
ToModelId = Annotated[str, ID, Named("Mã mô hình mới", "Model at the other place")]
FromUnit = Annotated[str, Named("Từ địa bàn", "From unit")]
ToUnit = Annotated[
    str,
    Field(
        pattern=r"^([0-9]{2}|[0-9]{3}|[0-9]{5})(-K[0-9]{3})?$",
        description="Province (2 digits), district (3), commune (5), or residential area `<commune>-K<nnn>`",
    ),
    Named("Đến địa bàn", "To unit"),
]
SupportingBody = Annotated[str, BODY, Named("Cơ quan hỗ trợ", "Supporting body")]
Goods = Annotated[str, LINE, Named("Hiện vật", "Goods")]
DecimalQuantity = Annotated[str, Named("Số lượng", "Quantity")]
StartedOn = Annotated[date, Named("Ngày bắt đầu thực hiện", "Started on")]
ReplicatedOn = Annotated[date, Named("Ngày nhân rộng", "Replicated on")]
GivenOn = Annotated[date, Named("Ngày hỗ trợ", "Given on")]
HouseholdsBenefiting = Annotated[int, COUNT, Named("Số hộ hưởng lợi", "Households benefiting")]


class ModelRegistered(
    Event,
    service="campaigns",
    subject="model_id",
    unit="unit_code",
    vi="Đã bắt đầu thực hiện thí điểm mô hình",
):
    """The trial of a model begins, under its chair and the bodies that agreed to coordinate."""

    model_id: ModelId
    type: ModelType
    subject_kind: ModelSubjectKind
    unit_code: UnitCode
    chair_body: ChairBody
    member_bodies: MemberBodies = Field(description="Bodies that agreed to coordinate")
    started_on: StartedOn


class ModelRecognised(
    Event, service="campaigns", subject="model_id", unit="unit_code", vi="Đã công nhận mô hình"
):
    """The Front's standing board of the level recognised a model."""

    model_id: ModelId
    type: ModelType
    unit_code: UnitCode
    decision_no: DecisionNumber
    decided_on: DecidedOn
    households_benefiting: HouseholdsBenefiting


class ModelReplicated(
    Event, service="campaigns", subject="replication_id", unit="to_unit", vi="Đã nhân rộng mô hình"
):
    """A model is carried to another place (`full`), or its way of working is published (`practice`)."""

    replication_id: ReplicationId = Field(description="The replication, or the sheet of good practice")
    model_id: ModelId | None = Field(description="Empty for a practice that belongs to no model")
    kind: ReplicationKind
    from_unit: FromUnit
    to_unit: ToUnit = Field(description="For a practice, the province to which it is published")
    to_model_id: ToModelId | None = Field(
        description="The new model at the other place, where it has its own"
    )
    replicated_on: ReplicatedOn


class ModelSupported(
    Event, service="campaigns", subject="model_id", unit="unit_code", vi="Đã hỗ trợ mô hình"
):
    """A body gave money or goods to a model or to one replication of it."""

    support_id: SupportId
    model_id: ModelId
    unit_code: UnitCode
    replication_id: ReplicationId | None
    supporting_body: SupportingBody
    kind: SupportKind
    amount_vnd: Vnd | None = Field(description="For money")
    item: Goods | None = Field(description="What was given, for goods")
    quantity: DecimalQuantity | None = Field(description="Decimal number, for goods")
    measure_unit: MeasureUnit | None
    given_on: GivenOn
