"""A service's manifest, made from its declaration."""

from datetime import date
from typing import Any

from contracts.manifest import EventOut, Manifest, Operation
from contracts.messages import Event
from contracts.reference import agencies
from shared.service import CommandHandler, QueryHandler, Service, summary_of


def manifest_of(service: Service[Any], on: date) -> Manifest:
    """Describe a service and the agency that holds its function on a day."""
    agency = agencies().holding(service.function, on)[0]
    return Manifest(
        service=service.name,
        version=service.version,
        function=service.function,
        agency=agency.code,
        agency_vi=agency.name_vi,
        agency_en=agency.name_en,
        title_vi=service.title_vi,
        title_en=service.title_en,
        commands=[_command(handler) for handler in service.commands],
        queries=[_query(handler) for handler in service.queries],
        events_out=[_event(event) for event in service.events],
        events_in=sorted({reaction.wire_type for reaction in service.reactions}),
    )


def _command(handler: CommandHandler[Any, Any, Any]) -> Operation:
    return Operation(method="POST", duties=list(handler.duties), **_shared(handler))


def _query(handler: QueryHandler[Any, Any, Any]) -> Operation:
    return Operation(method="GET", **_shared(handler))


def _shared(handler: CommandHandler[Any, Any, Any] | QueryHandler[Any, Any, Any]) -> dict[str, Any]:
    summary, description = summary_of(handler.act)
    return {
        "name": handler.name,
        "path": handler.path,
        "summary": summary,
        "description": description,
        "public": handler.may.anonymous,
        "rules": [guard.rule for guard in handler.may.each()],
        "input_schema": handler.model.model_json_schema(),
        "answer_schema": handler.answer.model_json_schema(mode="serialization"),
    }


def _event(event: type[Event]) -> EventOut:
    summary, description = summary_of(event)
    return EventOut(
        name=event.wire_type(),
        summary=summary,
        description=description,
        data_schema=event.model_json_schema(),
    )
