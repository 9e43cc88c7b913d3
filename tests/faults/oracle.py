"""The accounting: after healing and draining, every fact has had each of its effects exactly once, in order.

Jepsen's way of looking: what the driver was told is compared with what stands in the databases of all
services. Every count must be 0.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from faults import effects
from faults.driver import Attempt
from faults.injected import Injected
from faults.members import WITNESS
from faults.observed import Observed, ObservedService, Told, unheard
from shared.audit_heads import NAME as AUDIT_HEAD
from shared.audit_log import StoredLog
from shared.audit_proof import prove
from shared.key_registry import Registry

KINDS = ("lost", "double", "ghost", "disorder", "unexplained", "unaudited")
EXAMPLES = 5
REPORTING = "reporting"

EventId = tuple[str, str]
AllTold = dict[EventId, Told]


@dataclass
class Findings:
    """What is wrong, by kind; the first examples of each are kept."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, kind: str, what: str, found: Iterable[object]) -> None:
        """Count what was found of a kind."""
        things = list(found)
        self.counts[kind] += len(things)
        self.examples += [f"{kind}: {what}: {thing}" for thing in things[:EXAMPLES]]

    @property
    def clean(self) -> bool:
        """Nothing is wrong."""
        return not any(self.counts.values())

    def __str__(self) -> str:
        """Every count, as the last line of a run shows them."""
        return ", ".join(f"{kind} {self.counts[kind]}" for kind in KINDS)


@dataclass
class Oracle:
    """Judges the databases of all services by the driver's journal and by what the faults have injected."""

    observed: Observed
    injected: Injected

    def judge(self, journal: Sequence[Attempt]) -> Findings:
        """Read the databases and count. Everything must have been healed and drained before."""
        self.observed.read()
        found, told = Findings(), self.observed.told
        for service in self.observed:
            self._deliveries(service, told, found)
            self._origins(service, told, journal, found)
            _audit(service, found)
        self._answers(journal, found)
        self._facts(journal, found)
        self._effects(told, found)
        return found

    def _deliveries(self, service: ObservedService, told: AllTold, found: Findings) -> None:
        """What was told is stored once, in order, and applied; what was not told is not there."""
        name = service.member.name
        stored = [(each.source, each.event_id) for each in service.heard]
        undone = {(each.source, each.event_id) for each in service.open}
        injected = self.injected
        found.add("lost", f"{name} never published", range(service.unpublished))
        found.add("lost", f"{name} never stored", unheard(service, told))
        found.add("double", f"{name} stored twice", effects.repeated(stored))
        found.add("disorder", f"{name} stored out of order", inversions(stored, told))
        strangers = {each for each in stored if each not in told and not injected.knows(*each)}
        found.add("ghost", f"{name} heard what nobody told", strangers)
        stuck = (each for each in service.open if not injected.explains(name, *each[1:4]))
        found.add("unexplained", f"{name} has not applied", stuck)
        wrong = {each for each in stored if injected.must_park(name, *each) and each not in undone}
        found.add("unexplained", f"{name} applied what is to be parked", wrong)

    def _origins(
        self, service: ObservedService, told: AllTold, journal: Sequence[Attempt], found: Findings
    ) -> None:
        """Every event and every answer has a cause that is known: an act, an event, or the calendar once."""
        keys = {attempt.key for attempt in journal}
        found.add("double", f"{service.member.name} did twice a period", effects.repeated(service.periods))
        events = {event_id for _, event_id in (*told, *self.injected.messages)}
        orphans = (
            event_id
            for event_id, said in service.told.items()
            if not said.type.endswith(f".{AUDIT_HEAD}")  # a relay tells it by itself
            and (
                said.causation not in events
                if said.causation
                else said.correlation not in keys | service.ticks
            )
        )
        found.add("ghost", f"{service.member.name} told without a cause", orphans)
        strangers = service.answered - keys - self.injected.keys
        found.add("ghost", f"{service.member.name} answered who never asked", strangers)

    def _answers(self, journal: Sequence[Attempt], found: Findings) -> None:
        """Acknowledged acts stand, refused ones left nothing, and none was carried out twice."""
        for attempt in journal:
            service = self.observed.by_name[attempt.act.service]
            times, stored = service.done[attempt.key], attempt.key in service.answered
            found.add("double", "carried out twice", [attempt.key] * (times > 1))
            if attempt.answer is not None:
                found.add("lost", "acknowledged and not kept", [attempt.key] * (not stored or not times))
            elif attempt.refusal is not None:
                found.add("ghost", "refused and yet done", [attempt.key] * (stored or times > 0))
                found.add("unexplained", "refused", [f"{attempt.act.path}: {attempt.refusal}"])
            else:
                found.add("unexplained", f"no answer after {attempt.tries} tries", [attempt.act.path])

    def _facts(self, journal: Sequence[Attempt], found: Findings) -> None:
        """The rows of each service are those of the acknowledged acts."""
        for fact in effects.FACTS:
            if (service := self.observed.by_name.get(fact.service)) is None:
                continue
            wanted, there = effects.ids_answered(fact, journal), effects.ids_in(service, fact.table)
            found.add("lost", f"{fact.service} lacks {fact.table}", wanted - there)
            found.add("ghost", f"{fact.service} has {fact.table} that nobody asked for", there - wanted)

    def _effects(self, told: AllTold, found: Findings) -> None:
        """Events have had their effects at those who react to them."""
        for effect in effects.EFFECTS:
            if (service := self.observed.by_name.get(effect.service)) is not None:
                wanted = effects.ids_wanted(effect, told.values())
                there = effects.ids_in(service, effect.table, effect.column)
                found.add("lost", f"{effect.service} lacks {effect.table}", wanted - there)
                injected = self.injected.subjects.get(effect.type, set())
                found.add(
                    "ghost", f"{effect.service} has {effect.table} from nowhere", there - wanted - injected
                )
        if service := self.observed.by_name.get(REPORTING):
            self._board(service, told, found)
        if service := self.observed.by_name.get(WITNESS):
            self._witness(service, told, found)

    def _board(self, service: ObservedService, told: AllTold, found: Findings) -> None:
        found.add("lost", "evidence", effects.evidence_lacking(service, told))
        known = {event_id for _, event_id in (*told, *self.injected.messages)}
        found.add("ghost", "evidence from nowhere", effects.evidence_unfounded(service, known))
        for standing, excess in effects.standings_off(service):
            found.add("double" if excess > 0 else "lost", "a standing counts wrongly", [standing])

    def _witness(self, service: ObservedService, told: AllTold, found: Findings) -> None:
        seen = effects.witnessed(service)
        found.add("lost", "not witnessed", set(told) - set(seen))
        found.add("double", "witnessed twice", effects.repeated(seen))
        strangers = {each for each in seen if each not in told and not self.injected.knows(*each)}
        found.add("ghost", "witnessed from nowhere", strangers)
        found.add("disorder", "witnessed out of order", inversions(seen, told))


def inversions(events: Iterable[EventId], told: AllTold) -> list[EventId]:
    """Return the events that came after a later one of their key; an event counts where it came first."""
    latest: dict[tuple[str, str], int] = {}
    known: set[EventId] = set()
    wrong = []
    for event in events:
        if event in known or (said := told.get(event)) is None:
            continue
        known.add(event)
        key = (said.source, said.key)
        if said.seq < latest.get(key, 0):
            wrong.append(event)
        latest[key] = max(said.seq, latest.get(key, 0))
    return wrong


def _audit(service: ObservedService, found: Findings) -> None:
    """Every command that was answered has its entry, and the log is what its relay chained."""
    found.add("unaudited", f"{service.member.name} without an entry", service.answered - set(+service.done))
    with service.database.bare_reading() as connection:
        proof = prove(StoredLog(connection), (), Registry(()))
    found.add("unaudited", service.member.name, map(str, proof.findings))
