"""Documents with contents; all is synthetic."""

from collections.abc import Callable
from datetime import date

import pytest

from campaigns.guidance.messages import IssueGuidance

Document = Callable[..., IssueGuidance]


@pytest.fixture
def document() -> Document:
    """Give the issue of a document, with other fields where a test names them."""

    def make(kind: str = "guidance", doc_number: str = "12/HD", **more: object) -> IssueGuidance:
        fields: dict[str, object] = {
            "kind": kind,
            "doc_number": doc_number,
            "title": "Hướng dẫn (giả lập)",
            "audience_levels": ["H", "X"],
            "effective_on": date(2017, 7, 1),
        }
        return IssueGuidance.model_validate(fields | more)

    return make
