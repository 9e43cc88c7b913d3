"""F26: events in another's name, amid good ones: unsigned, signed by a neighbour, altered after signing."""

from faults import injecting
from faults.experiment import Experiment
from faults.fault import Fault
from shared.bus.sealing import seal
from shared.clock import system_clock
from shared.signing import SigningKey

SPEAKER, NEIGHBOUR = "funds", "campaigns"


def forged_events(experiment: Experiment) -> bool:
    """Nobody applies them, and an operator clears them away; good events of the same kind go on."""
    experiment.work()
    events = [injecting.a_drive(experiment) for _ in range(3)]
    proofs = [None, _proof(experiment, NEIGHBOUR, events[1].encode()), _proof(experiment, SPEAKER, b"{}")]
    injecting.inject_forged(experiment, zip(events, proofs, strict=True))
    experiment.work()
    return injecting.cleared(experiment)


def _proof(experiment: Experiment, service: str, body: bytes) -> bytes:
    key = SigningKey.load(experiment.system.home.service_keys, service)
    return seal(key, [body], system_clock())[0]


FAULTS = (Fault("F26", "forged events", forged_events),)
