from datetime import date

import pytest

from contracts.campaigns.guidance import GuidanceIssued
from contracts.errors import InvalidField
from shared.testing import Stage
from supervision.documents.messages import DocumentList


def test_an_issued_guidance_can_be_supervised_and_is_known_once(stage: Stage) -> None:
    issued = GuidanceIssued(
        guidance_id="gui_1",
        kind="scheme",
        doc_number="12/ĐA-SNN",
        title="Đề án phát triển chè (giả lập)",
        issuing_body="so-nnptnt",
        audience_levels=["H", "X"],
        copies=None,
        effective_on=date(2017, 7, 1),
        replaces_id=None,
        movement_code=None,
        unit_code="19",
    )
    stage.hear(issued)
    stage.hear(issued)
    [known] = stage.ask(DocumentList(issuing_body="so-nnptnt", year=2017, unit="19")).items
    assert known.doc_number == "12/ĐA-SNN"


def test_a_document_that_nobody_may_place_is_refused_and_not_kept(stage: Stage) -> None:
    issued = GuidanceIssued(
        guidance_id="gui_2",
        kind="guidance",
        doc_number="1/HD",
        title="Hướng dẫn (giả lập)",
        issuing_body="ub-mttq-xa/99999",
        audience_levels=["K"],
        copies=None,
        effective_on=date(2017, 7, 1),
        replaces_id=None,
        movement_code=None,
        unit_code="99999",
    )
    with pytest.raises(InvalidField) as refused:
        stage.hear(issued)
    assert refused.value.rule == "unit-in-force"
    assert stage.ask(DocumentList()).items == []
