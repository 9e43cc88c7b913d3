"""Every list of every service has the filters that all lists have, or a reason why it has not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from architecture.test_features import PACKAGES, service_of
from contracts.messages import ListQuery, PageQuery, Query, TextListQuery
from shared.chassis import with_chassis

COMMON = frozenset({"as_of", "limit", "cursor", "unit", "year", "from_", "to"})
EXCUSED: Mapping[str, str] = {
    "history_of": "the steps of one object, in their order",
    "task_list": "what awaits the actor's own body, by state and day due",
    "parked_events": "for operators: events by source, type and key, which have no place here",
    "audit_entry_list": "for operators: entries by object, body, user, act and day, which have no place",
    "unread_call_list": "for operators: calls that nobody could read, which have no place",
    "taken_back_events": "for operators: own events found beyond a restored database, in the journal's order",
    "inbox_events": "for operators: events by source, type and state, which have no place here",
}


def lacking(queries: list[type[Query]]) -> dict[str, list[str]]:
    """Return the common filters that paged queries do not take, by the query's name."""
    paged = [each for each in queries if issubclass(each, PageQuery)]
    lacks = {each.wire_name(): sorted(COMMON - each.model_fields.keys()) for each in paged}
    return {name: filters for name, filters in lacks.items() if filters}


def paged_queries() -> list[type[Query]]:
    return [query.model for package in PACKAGES for query in with_chassis(service_of(package)).queries]


def test_every_list_takes_the_common_filters_or_says_why_not() -> None:
    assert lacking(paged_queries()).keys() == EXCUSED.keys()


def test_every_list_is_asked_for_by_the_one_model() -> None:
    paged = {each for each in paged_queries() if issubclass(each, PageQuery)}
    others = {each.wire_name() for each in paged if not issubclass(each, ListQuery)}
    assert others == EXCUSED.keys()


def test_a_list_that_is_searched_by_words_is_asked_for_by_the_one_model() -> None:
    lists = [each for each in paged_queries() if issubclass(each, ListQuery)]
    assert [each for each in lists if ("text" in each.model_fields) != issubclass(each, TextListQuery)] == []


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_query_that_answers_by_pages_asks_for_pages(package: Path) -> None:
    for each in with_chassis(service_of(package)).queries:
        if "next_cursor" in each.answer.model_fields:
            assert issubclass(each.model, PageQuery), each.name


def test_a_list_without_the_filters_is_found() -> None:
    class Receipts(PageQuery):
        """A list that somebody wrote in a hurry."""

    assert lacking([Receipts]) == {"receipts": ["from_", "to", "unit", "year"]}
