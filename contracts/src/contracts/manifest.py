"""What a service offers and needs, as data: the gateway and the documents are made from it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

Schema = dict[str, JsonValue]


class Described(BaseModel):
    """Parts that all entries share."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    summary: str
    description: str = ""


class Operation(Described):
    """A command (POST) or a query (GET) with its address below `/v1/{service}`."""

    method: Literal["POST", "GET"]
    path: str
    public: bool = False
    rules: list[str] = []
    duties: list[str] = []
    input_schema: Schema
    answer_schema: Schema


class EventOut(Described):
    """An event that the service publishes; `name` is the wire type."""

    data_schema: Schema


class Manifest(BaseModel):
    """One service: whose it is, what it answers, what it tells and what it listens to."""

    model_config = ConfigDict(frozen=True, extra="ignore")

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
