"""Facts are frozen once, with their digest; whoever alters them later shows."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.errors import NotFound
from contracts.reference import NoRuleInForce, rules
from shared.domain.facts import AlreadyFrozen, Facts, day, digest_of, freeze, frozen_facts, rule_fact

RULE = "sup.answer_due"
FACTS: Facts = {"đồng ý": 42, "văn bản": ["12/QĐ"], "ngày": "2017-06-16"}


@dataclass
class Decision:
    id: str = "dec_1"
    facts: Facts | None = None
    facts_digest: str | None = None


def test_facts_are_kept_with_their_digest_and_told() -> None:
    decision = Decision()
    digest = freeze(decision, FACTS)
    told = frozen_facts(decision)
    assert (told.subject_id, told.facts, told.digest, told.intact) == ("dec_1", FACTS, digest, True)


def test_facts_are_frozen_once() -> None:
    decision = Decision()
    freeze(decision, FACTS)
    with pytest.raises(AlreadyFrozen) as refused:
        freeze(decision, {**FACTS, "đồng ý": 43})
    assert refused.value.rule == "facts:freeze-once"
    assert decision.facts == FACTS


def test_even_no_facts_are_frozen_once() -> None:
    decision = Decision()
    freeze(decision, {})
    with pytest.raises(AlreadyFrozen):
        freeze(decision, FACTS)


def test_what_was_altered_later_shows() -> None:
    decision = Decision()
    freeze(decision, dict(FACTS))
    assert decision.facts is not None
    decision.facts["đồng ý"] = 43
    assert frozen_facts(decision).intact is False


def test_of_what_was_never_decided_there_are_no_facts() -> None:
    with pytest.raises(NotFound):
        frozen_facts(Decision())


@given(st.dictionaries(st.text(), st.integers() | st.text(), min_size=2))
def test_the_digest_depends_on_what_is_said_and_not_on_the_order(facts: Facts) -> None:
    name = next(iter(facts))
    assert digest_of(dict(reversed(facts.items()))) == digest_of(facts)
    assert digest_of({**facts, name: [facts[name]]}) != digest_of(facts)


def test_a_rule_is_kept_as_it_stood_on_the_day() -> None:
    rule = rules().in_force(RULE, date(2017, 6, 16))
    fact = rule_fact(RULE, date(2017, 6, 16))
    assert (fact["key"], fact["value"], fact["source"]) == (RULE, rule.value, rule.source)
    with pytest.raises(NoRuleInForce):
        rule_fact(RULE, date(1900, 1, 1))


def test_a_day_is_written_as_iso_or_not_at_all() -> None:
    assert (day(date(2017, 6, 16)), day(None)) == ("2017-06-16", None)
