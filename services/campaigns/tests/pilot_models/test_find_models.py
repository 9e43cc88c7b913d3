"""Finding and counting models and sheets; everything is synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.pilot_models.messages.queries import (
    ModelCounts,
    ModelList,
    ModelSearch,
    PracticeList,
)
from shared.testing import Stage

Play = Any
AREA, COMMUNE = "05467-K001", "05467"


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("giảm nghèo", True),
        ("giam ngheo", True),
        ("GIAM NGHÈO", True),
        ("nghèo chè", True),
        ("mot dau moi", True),
        ("ngheo bo", False),
        ("giả%", True),
        ("100%", False),
        ("gi_m", False),
    ],
)
def test_search_needs_no_marks_and_takes_no_wildcards(
    stage: Stage, play: Play, text: str, *, is_found: bool
) -> None:
    model_id = play.proposed()
    hits = stage.ask(ModelSearch(text=text), by=play.farmers).items
    assert [each.id for each in hits] == ([model_id] if is_found else [])
    listed = stage.ask(ModelList(text=text), by=play.farmers).items
    assert [each.model_id for each in listed] == ([model_id] if is_found else [])


def test_search_finds_models_and_sheets_by_place_and_year_and_has_pages(stage: Stage, play: Play) -> None:
    models = [play.proposed(), play.proposed(unit_code="05467-K002")]
    sheet = stage.act(play.sheet(), by=play.rural, on=date(2018, 1, 5)).practice_id

    def found(**more: object) -> list[str]:
        asked = ModelSearch.model_validate({"text": "hộ", **more})
        return [each.id for each in stage.ask(asked, by=play.farmers).items]

    assert found() == [*models, sheet]
    assert found(unit=AREA) == [models[0]]
    assert found(unit="164") == [*models, sheet]
    assert found(unit="165") == []
    assert found(year=2018) == [sheet]
    seen, cursor = [], None
    while True:
        page = stage.ask(ModelSearch(text="hộ", limit=1, cursor=cursor), by=play.farmers)
        seen += [each.id for each in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == [*models, sheet]


def test_models_are_listed_by_all_their_filters(stage: Stage, play: Play) -> None:
    area = play.proposed()
    commune = play.piloting(type="NTM", subject_kind="cooperative", unit_code=COMMUNE, subject_ref="1907")

    def found(**more: object) -> list[str]:
        page = stage.ask(ModelList.model_validate(more), by=play.farmers)
        return [each.model_id for each in page.items]

    assert found() == [area, commune]
    assert found(unit=COMMUNE) == [area, commune]
    assert found(unit=AREA) == [area]
    assert found(type="NTM") == [commune]
    assert found(subject_kind="kdc") == [area]
    assert found(state="piloting") == [commune]
    assert found(year=2018) == []


def test_sheets_are_listed_for_everyone(stage: Stage, play: Play) -> None:
    model_id = play.piloting()
    first = stage.act(play.sheet(), by=play.rural).practice_id
    second = stage.act(
        play.sheet(unit_code=AREA, model_id=model_id, name_vi="Chè an toàn"),
        by=play.rural,
        on=date(2018, 1, 5),
    ).practice_id

    def found(**more: object) -> list[str]:
        return [each.practice_id for each in stage.ask(PracticeList.model_validate(more)).items]

    assert found() == [first, second]
    assert found(model_id=model_id) == [second]
    assert found(text="ngan hang bo") == [first]
    assert found(year=2018) == [second]
    assert found(unit=AREA) == [second]
    assert found(state="withdrawn") == []


def test_counts_are_as_of_a_day(stage: Stage, play: Play) -> None:
    play.recognised()
    play.carried(play.recognised())
    play.proposed(type="NTM")

    def on(day: date, unit_code: str = "19") -> dict[tuple[str, str], int]:
        counted = stage.ask(ModelCounts(unit_code=unit_code, as_of=day)).counts
        return {(each.type, each.state): each.models for each in counted}

    assert on(date(2017, 6, 30)) == {}
    assert on(date(2017, 7, 1)) == {("GN-BV", "proposed"): 2, ("NTM", "proposed"): 1}
    assert on(date(2018, 1, 1)) == {("GN-BV", "piloting"): 2, ("NTM", "proposed"): 1}
    assert on(date(2018, 7, 1)) == {("GN-BV", "recognised"): 2, ("NTM", "proposed"): 1}
    expected = {("GN-BV", "recognised"): 1, ("GN-BV", "replicated"): 1, ("NTM", "proposed"): 1}
    assert on(date(2019, 1, 1), COMMUNE) == expected
    assert on(date(2019, 1, 1), "165") == {}
