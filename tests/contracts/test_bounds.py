"""A field may be narrower than its value type: its own bound holds, in the check and in the schema."""

from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from contracts.messages import Command
from contracts.names import VI, Named
from contracts.values import Year

Line = Annotated[str, Field(min_length=1, max_length=200), Named("Nội dung", "Text")]


class Plan(Command):
    """Fields that are narrower than their types."""

    year: Year = Field(ge=2017, description="Not before the programme")
    text: Line = Field(default="mười chữ", min_length=5)
    since: Year | None = Field(default=None, ge=2016)
    texts: list[Line] = Field(default=["x"], max_length=2)
    wide: Year = 2000


class PlanAgain(Plan):
    """Whoever derives from it keeps its bounds."""

    more: Line = Field(default="x", max_length=3)


@pytest.mark.parametrize("model", [Plan, PlanAgain])
@pytest.mark.parametrize(
    "fields",
    [
        {"year": 2016},
        {"year": 2101},
        {"year": 2017, "text": "ít"},
        {"year": 2017, "text": "x" * 201},
        {"year": 2017, "since": 2015},
        {"year": 2017, "since": 2101},
        {"year": 2017, "texts": ["a", "b", "c"]},
        {"year": 2017, "texts": [""]},
        {"year": 2017, "wide": 1999},
    ],
)
def test_the_narrower_bound_and_the_others_of_the_type_hold(
    model: type[Plan], fields: dict[str, object]
) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(fields)


@pytest.mark.parametrize("model", [Plan, PlanAgain])
def test_what_is_within_every_bound_is_taken(model: type[Plan]) -> None:
    assert model.model_validate({"year": 2017, "text": "đủ dài", "since": 2016, "wide": 2000}).since == 2016


def test_the_schema_says_what_is_checked() -> None:
    fields = PlanAgain.model_json_schema()["properties"]
    assert (fields["year"]["minimum"], fields["year"]["maximum"]) == (2017, 2100)
    assert (fields["text"]["minLength"], fields["text"]["maxLength"]) == (5, 200)
    assert (fields["more"]["minLength"], fields["more"]["maxLength"]) == (1, 3)
    assert (fields["year"][VI], fields["year"]["description"]) == ("Năm", "Not before the programme")
