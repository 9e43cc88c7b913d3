"""The accounting: after healing and draining, every fact has had each of its effects exactly once, in order.

Jepsen's way of looking: what the driver was told is compared with what stands in the databases of all
services. Every count must be 0.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chungtay.faults import effects
from chungtay.faults.books import Book, Books, Told, unheard
from chungtay.faults.driver import Attempt
from chungtay.faults.members import WITNESS
from chungtay.faults.planted import Planted
from shared import audit

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
    """Judges the books of all services against the driver's journal and what the faults have planted."""

    books: Books
    planted: Planted

    def judge(self, journal: Sequence[Attempt]) -> Findings:
        """Read the books and count. Everything must have been healed and drained before."""
        self.books.read()
        found, told = Findings(), self.books.told
        for book in self.books:
            self._deliveries(book, told, found)
            self._origins(book, told, journal, found)
            _audit(book, found)
        self._answers(journal, found)
        self._facts(journal, found)
        self._effects(told, found)
        return found

    def _deliveries(self, book: Book, told: AllTold, found: Findings) -> None:
        """What was told is stored once, in order, and applied; what was not told is not there."""
        name = book.member.name
        stored = [(each.source, each.event_id) for each in book.heard]
        undone = {(each.source, each.event_id) for each in book.open}
        planted = self.planted
        found.add("lost", f"{name} never published", range(book.unpublished))
        found.add("lost", f"{name} never stored", unheard(book, told))
        found.add("double", f"{name} stored twice", effects.repeated(stored))
        found.add("disorder", f"{name} stored out of order", inversions(stored, told))
        strangers = {each for each in stored if each not in told and not planted.knows(*each)}
        found.add("ghost", f"{name} heard what nobody told", strangers)
        stuck = (each for each in book.open if not planted.explains(name, *each[1:4]))
        found.add("unexplained", f"{name} has not applied", stuck)
        wrong = {each for each in stored if planted.must_park(name, *each) and each not in undone}
        found.add("unexplained", f"{name} applied what is to be parked", wrong)

    def _origins(self, book: Book, told: AllTold, journal: Sequence[Attempt], found: Findings) -> None:
        """Every event and every answer has a cause that is known."""
        keys = {attempt.key for attempt in journal}
        events = {event_id for _, event_id in (*told, *self.planted.messages)}
        orphans = (
            event_id
            for event_id, said in book.told.items()
            if (said.causation not in events if said.causation else said.correlation not in keys)
        )
        found.add("ghost", f"{book.member.name} told without a cause", orphans)
        strangers = book.answered - keys - self.planted.keys
        found.add("ghost", f"{book.member.name} answered who never asked", strangers)

    def _answers(self, journal: Sequence[Attempt], found: Findings) -> None:
        """Acknowledged acts stand, refused ones left nothing, and none was carried out twice."""
        for attempt in journal:
            book = self.books.by_name[attempt.act.service]
            times, stored = book.done[attempt.key], attempt.key in book.answered
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
            if (book := self.books.by_name.get(fact.service)) is None:
                continue
            wanted, there = effects.ids_answered(fact, journal), effects.ids_in(book, fact.table)
            found.add("lost", f"{fact.service} lacks {fact.table}", wanted - there)
            found.add("ghost", f"{fact.service} has {fact.table} that nobody asked for", there - wanted)

    def _effects(self, told: AllTold, found: Findings) -> None:
        """Events have had their effects at those who react to them."""
        for effect in effects.EFFECTS:
            if (book := self.books.by_name.get(effect.service)) is not None:
                wanted = effects.ids_wanted(effect, told.values())
                there = effects.ids_in(book, effect.table, effect.column)
                found.add("lost", f"{effect.service} lacks {effect.table}", wanted - there)
                planted = self.planted.subjects.get(effect.type, set())
                found.add(
                    "ghost", f"{effect.service} has {effect.table} from nowhere", there - wanted - planted
                )
        if book := self.books.by_name.get(REPORTING):
            self._board(book, told, found)
        if book := self.books.by_name.get(WITNESS):
            self._witness(book, told, found)

    def _board(self, book: Book, told: AllTold, found: Findings) -> None:
        found.add("lost", "evidence", effects.evidence_lacking(book, told))
        known = {event_id for _, event_id in (*told, *self.planted.messages)}
        found.add("ghost", "evidence from nowhere", effects.evidence_unfounded(book, known))
        for standing, excess in effects.standings_off(book):
            found.add("double" if excess > 0 else "lost", "a standing counts wrongly", [standing])

    def _witness(self, book: Book, told: AllTold, found: Findings) -> None:
        seen = effects.witnessed(book)
        found.add("lost", "not witnessed", set(told) - set(seen))
        found.add("double", "witnessed twice", effects.repeated(seen))
        strangers = {each for each in seen if each not in told and not self.planted.knows(*each)}
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


def _audit(book: Book, found: Findings) -> None:
    """Every command that was answered has its entry, and the chain holds."""
    found.add("unaudited", f"{book.member.name} without an entry", book.answered - set(+book.done))
    try:
        with book.database.reading() as session:
            audit.verify(session)
    except audit.ChainBroken as broken:
        found.add("unaudited", book.member.name, [broken])
