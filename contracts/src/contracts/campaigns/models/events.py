"""What the service tells the others: models, their support and their replication."""

from datetime import date

from pydantic import Field

from contracts.campaigns.models.values import ModelType, ReplicationKind, SubjectKind, SupportKind
from contracts.messages import Event


class ModelRegistered(Event, service="campaigns", subject="model_id", unit="unit_code"):
    """The trial of a model begins, under its chair and the bodies that agreed to coordinate."""

    model_id: str
    type: ModelType
    subject_kind: SubjectKind
    unit_code: str
    chair_org: str
    members: list[str] = Field(description="Bodies that agreed to coordinate")
    started_on: date


class ModelRecognized(Event, service="campaigns", subject="model_id", unit="unit_code"):
    """The Front's standing board of the level recognised a model."""

    model_id: str
    type: ModelType
    unit_code: str
    decision_no: str
    decided_on: date
    households_benefiting: int = Field(description="Households")


class ModelReplicated(Event, service="campaigns", subject="replication_id", unit="to_unit"):
    """A model is carried to another place (`full`), or its way of working is published (`practice`)."""

    replication_id: str = Field(description="The replication, or the sheet of good practice")
    model_id: str | None = Field(description="Empty for a practice that belongs to no model")
    kind: ReplicationKind
    from_unit: str
    to_unit: str = Field(description="For a practice, the province to which it is published")
    to_model_id: str | None = Field(description="The new model at the other place, where it has its own")
    replicated_on: date


class ModelSupported(Event, service="campaigns", subject="model_id", unit="unit_code"):
    """A body gave money or goods to a model or to one replication of it."""

    support_id: str
    model_id: str
    unit_code: str
    replication_id: str | None
    from_org: str
    kind: SupportKind
    amount_vnd: int | None = Field(description="đồng, for money")
    item: str | None = Field(description="What was given, for goods")
    quantity: str | None = Field(description="Decimal number, for goods")
    measure_unit: str | None
    given_on: date
