"""F17: events of another version of their schema than the reader's."""

from functools import partial

from pydantic import JsonValue

from chungtay.faults import planting
from chungtay.faults.fault import Fault
from chungtay.faults.scene import Scene

READER = "campaigns"  # reads what a drive's event says; the others look at the envelope alone
DEPTH = 60


def changed(scene: Scene, field: str, value: JsonValue, *, parked: bool) -> bool:
    """A field has another value than the schema allows, or one that the reader does not know."""
    envelope = planting.a_drive(scene)
    data = {**envelope.data, field: value}
    planting.plant(scene, envelope.model_copy(update={"data": data}), [READER] if parked else [])
    scene.work()
    return planting.cleared(scene)


def removed(scene: Scene) -> bool:
    """A field that the reader needs is no longer there."""
    envelope = planting.a_drive(scene)
    data = {name: value for name, value in envelope.data.items() if name != "fund_id"}
    planting.plant(scene, envelope.model_copy(update={"data": data}), [READER])
    scene.work()
    return planting.cleared(scene)


def next_version(scene: Scene) -> bool:
    """A version that nobody reads yet; who keeps every event keeps it."""
    planting.plant(scene, planting.a_drive(scene).model_copy(update={"type": "funds.drive_opened.v2"}))
    scene.work()
    return planting.cleared(scene)


def nested() -> JsonValue:
    """Return a value within many lists."""
    value: JsonValue = "bottom"
    for _ in range(DEPTH):
        value = [value]
    return value


FAULTS = (
    Fault("F17", "unknown field", partial(changed, field="later_field", value=1, parked=False)),
    Fault("F17", "deep unknown field", partial(changed, field="later_field", value=nested(), parked=False)),
    Fault("F17", "enum value added", partial(changed, field="level", value="Z", parked=True)),
    Fault("F17", "type changed", partial(changed, field="target_vnd", value="much", parked=True)),
    Fault("F17", "field removed", removed),
    Fault("F17", "next version", next_version),
)
