"""The four kinds of message: commands, queries, events, and the answers to the first two."""

import re
from functools import cache
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    JsonValue,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from contracts.names import VI, Named, lift_names
from contracts.strict import strict, unlimited
from contracts.values import (
    ActDay,
    AsOf,
    Cursor,
    FromDay,
    Limit,
    NextCursor,
    SearchText,
    ToDay,
    UnitFilter,
    Year,
)

T = TypeVar("T")
BOUNDS = (Ge, Gt, Le, Lt, MinLen, MaxLen)
SCHEMA_ADDRESS = "https://chungtay.invalid/schemas/{name}.schema.json"


def snake_case(name: str) -> str:
    """Turn a class name into a wire name: `DonationReceived` into `donation_received`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _keep_own_bounds(field: FieldInfo) -> None:
    """Drop the bounds of a field's type that the field sets itself.

    What stands on the field comes first in its metadata, and pydantic obeys the last.
    """
    kept: list[Any] = []
    for each in field.metadata:
        if not (isinstance(each, BOUNDS) and any(type(each) is type(own) for own in kept)):
            kept.append(each)
    field.metadata = kept


class Message(BaseModel):
    """A frozen value; who makes one may not add fields.

    `class Receipt(Answer, vi="Phiếu thu")` gives it its Vietnamese name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    vietnamese: ClassVar[str | None] = None

    def __init_subclass__(cls, *, vi: str | None = None, **keywords: Any) -> None:
        """Keep the Vietnamese name."""
        super().__init_subclass__(**keywords)
        cls.vietnamese = vi

    @classmethod
    def __pydantic_init_subclass__(cls, **_keywords: object) -> None:
        """Let a field's own bound hold where its type has one too; pydantic would let the type's win."""
        for field in cls.model_fields.values():
            _keep_own_bounds(field)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let days and figures be written in one way alone."""
        return strict(handler(source))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Put the Vietnamese name into the JSON Schema."""
        schema = handler(core_schema)
        if cls.vietnamese:
            handler.resolve_ref_schema(schema)[VI] = cls.vietnamese
        return schema

    @classmethod
    def model_json_schema(cls, *arguments: Any, **options: Any) -> dict[str, Any]:
        """Return the JSON Schema, in which each property carries the names of its type."""
        return lift_names(super().model_json_schema(*arguments, **options))


class Told(Message):
    """What a service says, of what was sent to it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let sums exceed what one caller may send."""
        return unlimited(super().__get_pydantic_core_schema__(source, handler))


class Answer(Told):
    """What a command or a query returns."""


class Command(Message):
    """An imperative that changes one service."""

    occurred_on: ActDay | None = Field(
        default=None,
        description="Day of the act (Asia/Ho_Chi_Minh); today if absent, never in the future",
    )

    @classmethod
    def wire_name(cls) -> str:
        """The command's name on the bus, e.g. `record_donation`."""
        return snake_case(cls.__name__)


class Query(Message):
    """A question to one service."""

    as_of: AsOf | None = Field(
        default=None,
        description="Day on which bodies and rules are looked up (Asia/Ho_Chi_Minh); today if absent",
    )

    @classmethod
    def wire_name(cls) -> str:
        """The query's name on the bus, e.g. `fund_ledger`."""
        return snake_case(cls.__name__)


class PageQuery(Query):
    """A question that is answered by pages."""

    limit: Limit = Field(default=50, description="Items on one page")
    cursor: Cursor | None = Field(default=None, description="`next_cursor` of the page before")


class ListQuery(PageQuery):
    """A list of a service's objects, with the filters that every list has.

    `unit` means that unit and all below it, as they were on each object's own day. `year`, `from` and `to`
    speak of that day. A list narrows `state` to its own states.
    """

    model_config = ConfigDict(populate_by_name=True)

    unit: UnitFilter | None = None
    year: Year | None = None
    from_: FromDay | None = Field(default=None, alias="from")
    to: ToDay | None = None


class TextListQuery(ListQuery):
    """A list whose objects have words: `text` is found in them, with and without marks."""

    text: SearchText | None = None


class Page(Answer, Generic[T]):
    """One page of a list."""

    items: Annotated[list[T], Named("Danh sách", "Items")]
    next_cursor: NextCursor | None = None


class Event(Told):
    """A fact that one service tells the others.

    `class DonationReceived(Event, service="funds", subject="donation_id", unit="unit_code", vi="…")`
    names the publisher, the field that identifies the aggregate (events of one subject stay in
    order), the field that says where it happened, and the fact itself in Vietnamese.
    """

    service: ClassVar[str]
    version: ClassVar[int]
    subject_field: ClassVar[str]
    unit_field: ClassVar[str | None]

    def __init_subclass__(
        cls, *, service: str, subject: str, vi: str | None = None, unit: str | None = None, version: int = 1
    ) -> None:
        """Keep what the class's keywords say."""
        super().__init_subclass__(vi=vi)
        cls.service, cls.version = service, version
        cls.subject_field, cls.unit_field = subject, unit

    @classmethod
    def __pydantic_init_subclass__(cls, **_keywords: object) -> None:
        """Refuse names of fields that do not exist. Raises TypeError."""
        super().__pydantic_init_subclass__()
        for field in filter(None, (cls.subject_field, cls.unit_field)):
            if field not in cls.model_fields:
                message = f"{cls.__name__} has no field {field}"
                raise TypeError(message)

    @classmethod
    @cache
    def wire_type(cls) -> str:
        """The CloudEvents type, e.g. `funds.donation_received.v1`."""
        name = re.sub(r"V\d+$", "", cls.__name__)
        return f"{cls.service}.{snake_case(name)}.v{cls.version}"

    @classmethod
    def schema_address(cls) -> str:
        """The address of the frozen JSON Schema."""
        return SCHEMA_ADDRESS.format(name=cls.wire_type())

    @classmethod
    def read(cls, data: dict[str, JsonValue]) -> Self:
        """Read a received event's data: a consumer ignores fields it does not know."""
        return cls.model_validate(data, extra="ignore")

    @property
    def subject(self) -> str:
        """The id of the aggregate that the event is about."""
        return str(getattr(self, self.subject_field))

    @property
    def unit(self) -> str | None:
        """The code of the unit where it happened, if the event says so."""
        return getattr(self, self.unit_field) if self.unit_field else None
