"""F16: messages that nobody can read, and one that cannot be applied; their neighbours must not suffer."""

from chungtay.faults import planting
from chungtay.faults.fault import Fault
from chungtay.faults.scene import Scene
from chungtay.waiting import wait_until
from contracts.envelope import CONTENT_TYPE
from shared.bus.inbox import State

HUGE_BYTES = 20_000_000
DEEP = 100_000
HELD_SECONDS = 30
READER = "campaigns"  # reads what a drive's event says

CORPUS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", CONTENT_TYPE),
    "half of it": (b'{"specversion": "1.0", ', CONTENT_TYPE),
    "bad UTF-8": (b'{"id": "\xff\xfe"}', CONTENT_TYPE),
    "wrong content type": (b"\x80\x04N.", "application/x-python-serialize"),
    "other JSON": (b'[{"id": 1}]', "text/plain"),
    "not a number": (b'{"specversion": NaN}', CONTENT_TYPE),
    "deep nesting": (b"[" * DEEP, CONTENT_TYPE),
}


def garbage(scene: Scene) -> bool:
    """Everything of the corpus, in the middle of good events. Spaces make each message a new one."""
    scene.work()
    corpus = [(body + b" " * scene.world.number(), kind) for body, kind in CORPUS.values()]
    planting.plant_garbage(scene, corpus)
    return planting.cleared(scene)


def huge(scene: Scene) -> bool:
    """Twenty megabytes that are no event."""
    scene.work()
    planting.plant_garbage(scene, [(scene.draw.randbytes(16) + b"x" * HUGE_BYTES, CONTENT_TYPE)])
    return planting.cleared(scene)


def held_behind(scene: Scene) -> bool:
    """An event that cannot be applied holds the next one of its key, until an operator discards it."""
    first, second = planting.a_drive(scene), planting.a_drive(scene)
    bad = first.model_copy(update={"data": {**first.data, "start_on": "soon"}})
    later = second.model_copy(update={"partitionkey": first.partitionkey})
    planting.plant(scene, bad, parked_by=[READER])
    planting.plant(scene, later)
    scene.work()
    held = wait_until(
        lambda: (
            planting.state_of(scene, READER, bad.id) == State.PARKED
            and planting.state_of(scene, READER, later.id) == State.RECEIVED
        ),
        seconds=HELD_SECONDS,
    )
    return planting.cleared(scene) and held


FAULTS = (
    Fault("F16", "unreadable messages", garbage),
    Fault("F16", "20 MB of nothing", huge, slow=True),
    Fault("F16", "a key held behind a bad event", held_behind),
)
