from shared.bus.memory import MemoryBus
from shared.example import CountNotes, NoteCount, WriteNote, service
from shared.testing import Stage, actor


def test_what_one_service_tells_another_hears_in_order() -> None:
    here, there = Stage(service), Stage(service)
    for number in range(3):
        here.act(WriteNote(board="b", text=f"note {number}"), by=actor("btt-mttq-tinh"))
    MemoryBus([(service, here.database), (service, there.database)]).settle()
    assert there.ask(CountNotes(board="b")) == NoteCount(written=0, heard=3)
    assert here.ask(CountNotes(board="b")) == NoteCount(written=3, heard=3)


def test_settling_twice_changes_nothing() -> None:
    here = Stage(service)
    here.act(WriteNote(board="b", text="once"), by=actor("btt-mttq-tinh"))
    bus = MemoryBus([(service, here.database)])
    bus.settle()
    bus.settle()
    assert here.ask(CountNotes(board="b")).heard == 1
