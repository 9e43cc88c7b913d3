"""F17: events of another version of their schema than the reader's."""

from functools import partial

from pydantic import JsonValue

from faults import injecting
from faults.experiment import Experiment
from faults.fault import Fault

READER = "campaigns"  # reads what a drive's event says; the others look at the envelope alone
DEPTH = 60


def changed(experiment: Experiment, field: str, value: JsonValue, *, parked: bool) -> bool:
    """A field has another value than the schema allows, or one that the reader does not know."""
    envelope = injecting.a_drive(experiment)
    data = {**envelope.data, field: value}
    injecting.inject(experiment, envelope.model_copy(update={"data": data}), [READER] if parked else [])
    experiment.work()
    return injecting.cleared(experiment)


def removed(experiment: Experiment) -> bool:
    """A field that the reader needs is no longer there."""
    envelope = injecting.a_drive(experiment)
    data = {name: value for name, value in envelope.data.items() if name != "fund_id"}
    injecting.inject(experiment, envelope.model_copy(update={"data": data}), [READER])
    experiment.work()
    return injecting.cleared(experiment)


def next_version(experiment: Experiment) -> bool:
    """A version that nobody reads yet; who keeps every event keeps it."""
    injecting.inject(
        experiment, injecting.a_drive(experiment).model_copy(update={"type": "funds.drive_opened.v2"})
    )
    experiment.work()
    return injecting.cleared(experiment)


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
