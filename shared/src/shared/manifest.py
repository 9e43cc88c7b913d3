"""A service's manifest, made from its declaration."""

from datetime import date
from typing import Any

from contracts.manifest import EventOut, LifecycleOut, Manifest, Operation, StepOut, TextOut
from contracts.messages import Event
from contracts.names import Name
from contracts.reference import agencies
from shared.describing import Lifecycles, description_vi
from shared.domain.lifecycle import Lifecycle
from shared.service import CommandHandler, QueryHandler, Service, summary_of


def manifest_of(service: Service, on: date) -> Manifest:
    """Describe a service and the agency that holds its function on a day."""
    agency = agencies().holding(service.function, on)[0]
    lifecycles = {each.lifecycle.name: each.lifecycle for each in service.subjects}
    return Manifest(
        service=service.name,
        version=service.version,
        function=service.function,
        agency=agency.code,
        agency_vi=agency.name_vi,
        agency_en=agency.name_en,
        title_vi=service.title_vi,
        title_en=service.title_en,
        commands=[_command(handler, lifecycles) for handler in service.commands],
        queries=[_query(handler, lifecycles) for handler in service.queries],
        events_out=[_event(event) for event in service.events],
        events_in=sorted({reaction.wire_type for reaction in service.reactions}),
        lifecycles=[_lifecycle(subject.lifecycle) for subject in service.subjects],
    )


def _command(handler: CommandHandler[Any, Any], lifecycles: Lifecycles) -> Operation:
    return Operation(
        method="POST",
        duties=list(handler.duties),
        accepted=handler.accepted,
        **_shared(handler, lifecycles),
    )


def _query(handler: QueryHandler[Any, Any], lifecycles: Lifecycles) -> Operation:
    return Operation(method="GET", **_shared(handler, lifecycles))


def _shared(
    handler: CommandHandler[Any, Any] | QueryHandler[Any, Any], lifecycles: Lifecycles
) -> dict[str, Any]:
    summary, description = summary_of(handler.act)
    return {
        "name": handler.name,
        "path": handler.path,
        "summary": summary,
        "summary_vi": handler.vi,
        "description": description,
        "description_vi": description_vi(handler, lifecycles),
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
        summary_vi=event.vietnamese or "",
        description=description,
        data_schema=event.model_json_schema(),
    )


def _lifecycle(lifecycle: Lifecycle) -> LifecycleOut:
    return LifecycleOut(
        name=lifecycle.name,
        vi=lifecycle.title.vi,
        en=lifecycle.title.en,
        states={code: _name(name) for code, name in lifecycle.states.items()},
        steps=[
            StepOut(
                name=name, vi=step.vi, en=lifecycle.step_name(name).en, sources=list(step.sources), to=step.to
            )
            for name, step in lifecycle.steps.items()
        ],
    )


def _name(name: Name) -> TextOut:
    return TextOut(vi=name.vi, en=name.en)
