"""One AsyncAPI 3 document a service, made from its manifest."""

from typing import Any

from contracts.envelope import CONTENT_TYPE
from contracts.manifest import EventOut, Manifest

Document = dict[str, Any]


def document(manifest: Manifest) -> Document:
    """Describe what a service publishes and what it listens to."""
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": f"{manifest.title_vi} / {manifest.title_en}",
            "version": manifest.version,
            "description": f"Service {manifest.service} of {manifest.agency_vi} ({manifest.agency_en}).",
        },
        "defaultContentType": CONTENT_TYPE,
        "channels": {
            **{event.name: _published(manifest.service, event) for event in manifest.events_out},
            **{name: _listened(name) for name in manifest.events_in if name not in _names(manifest)},
        },
        "operations": {
            **{f"send {event.name}": _operation("send", event.name) for event in manifest.events_out},
            **{f"receive {name}": _operation("receive", name) for name in manifest.events_in},
        },
        "components": {"messages": {event.name: _message(event) for event in manifest.events_out}},
    }


def _names(manifest: Manifest) -> set[str]:
    return {event.name for event in manifest.events_out}


def _published(service: str, event: EventOut) -> Document:
    return {
        "address": event.name.split(".", 1)[1],
        "messages": {event.name: {"$ref": f"#/components/messages/{event.name}"}},
        "bindings": _exchange(f"{service}.events"),
    }


def _listened(name: str) -> Document:
    service, _, key = name.partition(".")
    exchange = "all.events" if name == "#" else f"{service}.events"
    return {"address": key or "#", "messages": {}, "bindings": _exchange(exchange)}


def _exchange(name: str) -> Document:
    exchange = {"name": name, "type": "topic", "durable": True, "autoDelete": False}
    return {"amqp": {"is": "routingKey", "exchange": exchange, "bindingVersion": "0.3.0"}}


def _operation(action: str, name: str) -> Document:
    channel = name.replace("~", "~0").replace("/", "~1")
    return {"action": action, "channel": {"$ref": f"#/channels/{channel}"}}


def _message(event: EventOut) -> Document:
    return {
        "name": event.name,
        "title": event.summary,
        "summary": event.description or event.summary,
        "contentType": CONTENT_TYPE,
        "payload": {"$ref": f"../schemas/{event.name}.schema.json"},
    }
