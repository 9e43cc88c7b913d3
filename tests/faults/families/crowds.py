"""F23 and F25: operators who act on the same event at once, and a crowd that reads while others work."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event

import httpx

from chungtay.waiting import wait_until
from faults import injecting, operator
from faults.experiment import Experiment
from faults.fault import Fault
from shared.bus.inbox import State

READER = "campaigns"  # reads what a drive's event says
HELD_SECONDS = 30
CROWD, READ_SECONDS = 32, 4.0
PUBLIC = ("/v1/funds/drives", "/v1/campaigns/poverty-rates", "/v1/funds/drives?limit=200", "/openapi.json")


def raced_operators(experiment: Experiment) -> bool:
    """Four operators try again and discard the same parked event at once: it has one outcome."""
    good = injecting.a_drive(experiment)
    bad = good.model_copy(update={"data": {**good.data, "start_on": "soon"}})
    injecting.inject(experiment, bad, parked_by=[READER])
    experiment.work()
    parked = wait_until(
        lambda: injecting.state_of(experiment, READER, bad.id) == State.PARKED, seconds=HELD_SECONDS
    )
    if not parked:
        return False
    [seq] = [each.seq for each in experiment.oracle.observed.by_name[READER].open if each.event_id == bad.id]
    with ThreadPoolExecutor(4) as operators:
        acts: list[Callable[[], bool]] = [
            partial(operator.act, experiment.system, experiment.injected, READER, seq, verb, number)
            for number, verb in enumerate(("retry", "discard", "retry", "discard"))
        ]
        done = list(operators.map(lambda act: act(), acts))
    return any(done) and injecting.cleared(experiment)


def flooded(experiment: Experiment) -> bool:
    """A crowd reads whatever is public, as fast as it can, while the bodies do their work."""
    over = Event()
    with ThreadPoolExecutor(CROWD) as crowd:
        readers = [crowd.submit(_read, experiment.system.url, over, number) for number in range(CROWD)]
        facts = experiment.oracle.observed.facts
        experiment.work_for(READ_SECONDS)
        went_on = experiment.work_until(lambda: _facts(experiment) > facts)
        over.set()
        return went_on and sum(each.result() for each in readers) > CROWD


def _facts(experiment: Experiment) -> int:
    experiment.oracle.observed.read()
    return experiment.oracle.observed.facts


def _read(url: str, over: Event, number: int) -> int:
    """Read until it is over; return how often there was an answer, whatever it said."""
    answers = 0
    with httpx.Client(base_url=url, timeout=30) as client:
        while not over.is_set():
            try:
                client.get(PUBLIC[(answers + number) % len(PUBLIC)])
            except httpx.TransportError:  # a crowd tries again
                continue
            answers += 1
    return answers


FAULTS = (
    Fault("F23", "operators at the same event", raced_operators),
    Fault("F25", "a crowd reads what is public", flooded),
)
