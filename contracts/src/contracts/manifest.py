"""What a service offers and needs, as data: the gateway and the documents are made from it.

Everything that people read stands here in Vietnamese and in English. The JSON Schemas carry the names of
their models and fields as `title` and `x-vi`, those of their codes as `x-codes` (see `contracts.names`).
Whatever was added later has a default, so a manifest published by an older build is still read.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

Schema = dict[str, JsonValue]


class Part(BaseModel):
    """What every part of a manifest is: frozen, and read without the fields that a newer build adds."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Described(Part):
    """Parts that all entries share; Vietnamese ones are empty where an older build published it."""

    name: str
    summary: str
    summary_vi: str = ""
    description: str = ""
    description_vi: str = ""


class Operation(Described):
    """A command (POST) or a query (GET) with its address below `/v1/{service}`.

    `accepted` says that the answer tells only that the matter was taken in (202).
    """

    method: Literal["POST", "GET"]
    path: str
    public: bool = False
    accepted: bool = False
    rules: list[str] = []
    duties: list[str] = []
    input_schema: Schema
    answer_schema: Schema


class EventOut(Described):
    """An event that the service publishes; `name` is the wire type."""

    data_schema: Schema


class TextOut(Part):
    """A name in both languages."""

    vi: str
    en: str


class StepOut(TextOut):
    """A step of a lifecycle: from which states it leads where.

    It has no sources where it begins an object, and no `to` where it stays in its state.
    """

    name: str
    sources: list[str]
    to: str | None = None


class LifecycleOut(TextOut):
    """The states of one kind of object, with their names by code, and the steps between them."""

    name: str
    states: dict[str, TextOut]
    steps: list[StepOut]


class Manifest(Part):
    """One service: whose it is, what it answers, what it tells and what it listens to."""

    service: str
    version: str
    function: str
    agency: str
    agency_vi: str
    agency_en: str
    title_vi: str
    title_en: str
    commands: list[Operation]
    queries: list[Operation]
    events_out: list[EventOut]
    events_in: list[str]
    lifecycles: list[LifecycleOut] = []
