"""What is measured, against whom, and what must be reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

ROUNDS = 5


@dataclass(frozen=True)
class Measure:
    """A figure of ours beside a peer's; `reach` is the ratio of medians that is wanted at least.

    Where `less_is_better` it is the ratio wanted at most. `case` is a module of `bench.cases`,
    run with `ours` or `peer`; `peer_needs` are packages that only the peer needs.
    """

    name: str
    case: str
    what: str
    peer: str
    unit: str
    reach: float
    peer_role: str = "peer"
    peer_needs: tuple[str, ...] = ()
    less_is_better: bool = False


@dataclass(frozen=True)
class Outcome:
    """The figures of every round, ours and the peer's side by side, and further ones by name."""

    measure: Measure
    ours: Sequence[float]
    peer: Sequence[float]
    more: Mapping[str, Sequence[float]]

    @property
    def ratio(self) -> float:
        """Our median over the peer's."""
        return median(self.ours) / median(self.peer)

    @property
    def reached(self) -> bool:
        """Whether the ratio is what was wanted."""
        reach = self.measure.reach
        return self.ratio <= reach if self.measure.less_is_better else self.ratio >= reach

    def as_json(self) -> dict[str, object]:
        """Return what `bench.json` keeps."""
        return {
            "unit": self.measure.unit,
            "ours": list(self.ours),
            "peer": list(self.peer),
            "ours_median": median(self.ours),
            "peer_median": median(self.peer),
            "ratio": round(self.ratio, 3),
            "reach": self.measure.reach,
            "reached": self.reached,
        }

    def as_entries(self) -> dict[str, dict[str, object]]:
        """Return what `bench.json` keeps of it, by name."""
        more = {
            name: {"unit": self.measure.unit, "ours": list(figures), "ours_median": median(figures)}
            for name, figures in self.more.items()
        }
        return {self.measure.name: self.as_json(), **more}


FASTSTREAM = ("faststream[rabbit]==0.7.8",)

MEASURES = (
    Measure(
        name="relay_vs_pika",
        case="relay",
        what="outbox rows published and confirmed",
        peer="bare pika, pipelined confirms, no database",
        unit="rows/s",
        reach=0.8,
    ),
    Measure(
        name="store_vs_pika",
        case="store",
        what="events stored and acknowledged",
        peer="bare pika into SQLite, batches of 100",
        unit="events/s",
        reach=0.6,
    ),
    Measure(
        name="handled_vs_faststream",
        case="handled",
        what="events applied exactly once, with effect",
        peer="FastStream, one transaction an event",
        unit="events/s",
        reach=4,
        peer_role="faststream",
        peer_needs=FASTSTREAM,
    ),
    Measure(
        name="handled_vs_nameko",
        case="handled",
        what="events applied exactly once, with effect",
        peer="plain nameko, one transaction an event",
        unit="events/s",
        reach=4,
        peer_role="nameko",
    ),
    Measure(
        name="command_vs_direct",
        case="command",
        what="durable commands through gateway, bus, host and commit, over 16 connections of wrk",
        peer="a bare FastAPI endpoint with the same inserts",
        unit="commands/s",
        reach=0.4,
        peer_role="direct",
    ),
    Measure(
        name="command_vs_nameko",
        case="command",
        what="durable commands through gateway, bus, host and commit, over 16 connections of wrk",
        peer="nameko's http, rpc, commit and dispatch, which promise nothing",
        unit="commands/s",
        reach=1.75,
        peer_role="nameko",
    ),
    Measure(
        name="commands_of_many",
        case="many",
        what="durable commands over 256 connections",
        peer="ourselves over 16",
        unit="commands/s",
        reach=0.9,
    ),
    Measure(
        name="commands_under_public_flood",
        case="flood",
        what="durable commands while one address floods the gateway with public reads",
        peer="ourselves in quiet",
        unit="commands/s",
        reach=0.8,
        peer_role="quiet",
    ),
    Measure(
        name="latency_vs_pika",
        case="latency",
        what="from a command's answer to its effect at a subscriber, 100 facts a second, median",
        peer="bare pika, publish to consume",
        unit="ms",
        reach=4,
        less_is_better=True,
    ),
    Measure(
        name="rebuild_vs_stream",
        case="rebuild",
        what="a projection rebuilt from a journal of 200,000 events",
        peer="bare pika reading the same stream",
        unit="events/s",
        reach=0.7,
    ),
)
