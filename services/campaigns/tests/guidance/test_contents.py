from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from campaigns.guidance.domain.content import GuidanceContent
from campaigns.guidance.messages import ConventionList, GuidanceById, GuidanceList, IssueGuidance
from campaigns.guidance.repository import GuidanceDocuments
from contracts.campaigns.guidance import ContentKind
from contracts.errors import InvalidField, NotFound
from contracts.values import GuidanceKind
from shared.testing import Stage, actor

Document = Callable[..., IssueGuidance]

PLAIN = {"kind": "guidance", "points": ["Bố trí địa điểm và kinh phí để Mặt trận nhân rộng mô hình"]}
MATERIAL = {"kind": "material", "title": "Sổ tay giảm nghèo", "language": "tyz", "copies": 5000}
SCHEME = {
    "kind": "scheme",
    "unit_code": "171",
    "product": "Chè",
    "area_ha": "120.50",
    "target": "Năng suất 12 tấn búp tươi/ha vào năm 2018",
    "budget_vnd": 2_500_000_000,
    "state": "planned",
}
BUDGET = {"kind": "budget", "year": 2018, "lines": [{"unit_code": "164", "amount_vnd": 350_000_000}]}
VILLAGE = {
    "area_code": "05467-K001",
    "text_ref": "QU-01/2017",
    "approved_on": "2017-05-10",
    "approving_body": "ubnd-huyen/164",
}
CONVENTION = {"kind": "convention", "conventions": [VILLAGE]}
CRITERIA = {"kind": "criteria", "set_code": "GDVH", "version": "2018", "valid_from": "2018-01-01"}
MEDIA = {
    "kind": "media_programme",
    "year": 2018,
    "themes": ["Giảm nghèo", "Nông thôn mới"],
    "quotas": [{"outlet_body": "dai-ptth", "minutes": 600}, {"outlet_body": "bao-tn", "articles": 120}],
}
TRAINING = {
    "kind": "training_plan",
    "sessions": [
        {"topic": "Kỹ năng vận động", "unit_code": "05467", "planned_on": "2017-09-01", "participants": 60}
    ],
}
INTEGRATION = {
    "kind": "integration",
    "tasks": [{"task": "Gia đình 5 không 3 sạch", "content_codes": ["ND1", "ND4"]}],
}


@pytest.mark.parametrize(
    ("agency", "kind", "content"),
    [
        ("so-xd", "guidance", PLAIN),
        ("so-ldtbxh", "material", MATERIAL),
        ("so-nnptnt", "scheme", SCHEME),
        ("so-tc", "budget", BUDGET),
        ("so-tp", "convention", CONVENTION),
        ("so-vhttdl", "criteria", CRITERIA),
        ("so-tttt", "media_programme", MEDIA),
        ("btt-mttq-tinh", "guidance", TRAINING),
        ("hlhpn-tinh", "integration", INTEGRATION),
    ],
)
def test_each_kind_keeps_what_it_holds(
    stage: Stage, document: Document, agency: str, kind: str, content: dict[str, Any]
) -> None:
    issued = stage.act(document(kind, content=content), by=actor(agency))
    shown = stage.ask(GuidanceById(guidance_id=issued.guidance_id))
    kept = shown.content.model_dump(mode="json", exclude_none=True)
    assert {name: kept[name] for name in content} == content
    assert stage.envelopes[-1].data["content_kind"] == content["kind"]
    found = stage.ask(GuidanceList(content_kind=content["kind"])).items
    assert [each.guidance_id for each in found] == [issued.guidance_id]


def test_a_content_of_another_kind_is_refused(stage: Stage, document: Document) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document("material", content=PLAIN), by=actor("so-ldtbxh"))
    assert (refused.value.fields[0].field, refused.value.rule) == ("content.kind", "fits-kind")


def test_a_field_of_another_kind_is_refused(document: Document) -> None:
    with pytest.raises(ValidationError):
        document("material", content={**MATERIAL, "budget_vnd": 1})


@pytest.mark.parametrize(
    ("agency", "content", "field", "rule"),
    [
        ("so-nnptnt", {**SCHEME, "unit_code": "999"}, "content.unit_code", "own-unit-or-below"),
        (
            "so-tc",
            {**BUDGET, "lines": [{"unit_code": "164", "amount_vnd": 1}] * 2},
            "content.lines.1.unit_code",
            "distinct",
        ),
        (
            "so-tttt",
            {**MEDIA, "quotas": [{"outlet_body": "so-tc", "articles": 1}]},
            "content.quotas.0.outlet_body",
            "press-outlet",
        ),
        (
            "so-tttt",
            {**MEDIA, "quotas": [{"outlet_body": "bao-tn"}]},
            "content.quotas.0.outlet_body",
            "some-quota",
        ),
        (
            "so-tp",
            {
                "kind": "convention",
                "conventions": [{**VILLAGE, "approved_on": "2017-06-17"}],
            },
            "content.conventions.0.approved_on",
            "not-after-document",
        ),
    ],
)
def test_a_content_that_breaks_a_rule_names_its_field(
    stage: Stage, document: Document, agency: str, content: Any, field: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document(content["kind"], content=content), by=actor(agency))
    assert (refused.value.fields[0].field, refused.value.rule) == (field, rule)


def test_material_tells_one_number_of_copies(stage: Stage, document: Document) -> None:
    by = actor("so-ldtbxh")
    issued = stage.act(document("material", content=MATERIAL), by=by)
    assert stage.ask(GuidanceById(guidance_id=issued.guidance_id)).copies == 5000
    with pytest.raises(InvalidField) as refused:
        stage.act(document("material", "13/TL", content=MATERIAL, copies=4000), by=by)
    assert refused.value.rule == "as-in-content"


def test_the_quotas_of_a_media_programme_are_read_by_outlet(stage: Stage, document: Document) -> None:
    by = actor("so-tttt")
    told = stage.act(document("media_programme", content=MEDIA), by=by).guidance_id
    untold = stage.act(document("media_programme", "13/CTr"), by=by).guidance_id
    with stage.work() as work:
        documents = GuidanceDocuments(work)
        programme = documents.media_programme(told)
        assert (programme.year, programme.themes) == (2018, ("Giảm nghèo", "Nông thôn mới"))
        assert (programme.quotas["dai-ptth"].minutes, programme.quotas["bao-tn"].articles) == (600, 120)
        assert (programme.state, programme.guidance_id) == ("issued", told)
        for other in (untold, "gui_none"):
            with pytest.raises(NotFound):
                documents.media_programme(other)


def test_conventions_are_listed_by_place_while_their_document_is_in_force(
    stage: Stage, document: Document
) -> None:
    by = actor("so-tp")
    first = stage.act(document("convention", content=CONVENTION), by=by).guidance_id

    def areas(**filters: object) -> list[str]:
        return [each.area_code for each in stage.ask(ConventionList.model_validate(filters)).items]

    assert areas(unit="164", year=2017) == areas(unit="05467-K001") == ["05467-K001"]
    assert areas(unit="165") == areas(year=2016) == []
    stage.act(document("convention", "13/HD", replaces_id=first), by=by, on=date(2017, 7, 1))
    assert areas() == []


def test_every_kind_of_document_has_a_content_of_its_own() -> None:
    [union, *_] = get_args(GuidanceContent)
    kinds = {get_args(each.model_fields["kind"].annotation)[0] for each in get_args(union)}
    known, told = (set(get_args(get_args(each)[0])) for each in (GuidanceKind, ContentKind))
    assert kinds == known | {"training_plan"} == told
