"""How a service is declared: its features are put together, and no name is given twice."""

from dataclasses import replace

import pytest

from contracts.envelope import Envelope
from shared.chassis import with_chassis
from shared.example import count_notes, forget_struck_notes, notes, service, strike_note, write_note
from shared.service import Feature, reaction_to_every_event, summary_of
from shared.work import Work


def test_a_service_is_what_its_features_are() -> None:
    assert (service.commands, service.queries) == ((write_note, strike_note), (count_notes,))
    assert service.command_named["write_note"] is write_note
    assert service.timers == (forget_struck_notes,)


def test_the_chassis_adds_history_tasks_next_steps_and_operations() -> None:
    whole = with_chassis(service)
    assert {"history_of", "task_list", "next_steps", "service_status"} <= set(whole.query_named)
    assert {"write_note", "retry_parked"} <= set(whole.command_named)
    assert whole.subjects == service.subjects


def test_what_hears_every_event_may_say_which_steps_it_takes() -> None:
    def note(_envelope: Envelope, _work: Work) -> None:
        """Do nothing."""

    assert reaction_to_every_event(note).takes == ()
    taking = reaction_to_every_event(takes=["note:strike"])(note)
    assert (taking.takes, taking.wire_type, taking.replayable) == (("note:strike",), "#", True)


@pytest.mark.parametrize(
    ("feature", "what"),
    [
        (Feature(commands=[write_note]), "operations twice: write_note"),
        (Feature(queries=[count_notes]), "operations twice: count_notes"),
        (Feature(timers=[forget_struck_notes]), "timers twice: forget_struck_notes"),
        (Feature(subjects=[replace(notes.subjects[0], prefix="abc")]), "lifecycles twice: note"),
        (Feature(subjects=notes.subjects), "prefixes twice: nte"),
    ],
)
def test_what_is_declared_twice_is_no_service(feature: Feature, what: str) -> None:
    with pytest.raises(TypeError, match=what):
        replace(service, features=[notes, feature])


@pytest.mark.parametrize(
    ("said", "summary", "rest"),
    [
        ("Strike a note.", "Strike a note.", ""),
        ("Strike a note. Raises NotFound.", "Strike a note.", "Raises NotFound."),
        (
            "Strike a note.\n\nOnly one's own.\nRaises: NotFound.",
            "Strike a note.",
            "Only one's own.\nRaises: NotFound.",
        ),
        (
            "Strike a note. Raises NotFound.\n\nOnly one's own.",
            "Strike a note.",
            "Only one's own.\n\nRaises NotFound.",
        ),
        (None, "", ""),
    ],
)
def test_what_a_handler_does_stands_apart_from_what_it_raises(
    said: str | None, summary: str, rest: str
) -> None:
    def act() -> None: ...

    act.__doc__ = said
    assert summary_of(act) == (summary, rest)
