"""The life of a draft: states, steps, and whom each awaits (programme facts §3.4)."""

from typing import TYPE_CHECKING, Annotated, Literal

from contracts.names import Named
from critique.common.domain.parties import front_of
from shared.domain.lifecycle import Awaits, Lifecycle, Step

if TYPE_CHECKING:
    from critique.drafts.domain.draft import Draft

DraftState = Annotated[
    Literal["registered", "returned", "form_decided", "opinion_document_issued", "response_received"],
    Named(
        "Tình trạng dự thảo",
        "State of the draft",
        codes={
            "registered": "Đã tiếp nhận",
            "returned": "Trả lại hồ sơ",
            "form_decided": "Đã quyết định hình thức",
            "opinion_document_issued": "Đã có văn bản phản biện",
            "response_received": "Đã tiếp thu, giải trình",
        },
    ),
]


def _front(draft: "Draft") -> list[str]:
    front = front_of(draft.level, draft.unit_code, draft.stands_since)
    return [front] if front else []


def _drafter_of_incomplete(draft: "Draft") -> list[str]:
    return [] if draft.dossier_complete else [draft.drafting_body]


def _drafter_of_unpromulgated(draft: "Draft") -> list[str]:
    return [] if draft.promulgation else [draft.drafting_body]


COMPLETING = Awaits("complete_dossier", _drafter_of_incomplete)
DECIDING = Awaits("decide_form", _front)
LIFECYCLE = Lifecycle(
    "draft",
    vi="Dự thảo",
    states=DraftState,
    steps={
        "register": Step(to="registered", vi="Tiếp nhận dự thảo", awaits=(COMPLETING, DECIDING)),
        "complete_dossier": Step("registered", vi="Bổ sung hồ sơ", awaits=COMPLETING),
        "return": Step(
            "registered",
            to="returned",
            vi="Trả lại hồ sơ",
            awaits=Awaits("resubmit", lambda draft: [draft.drafting_body]),
        ),
        "resubmit": Step(
            "returned", to="registered", vi="Bổ sung, trình lại hồ sơ", awaits=(COMPLETING, DECIDING)
        ),
        "decide_form": Step(
            "registered",
            to="form_decided",
            vi="Quyết định hình thức",
            awaits=Awaits(
                "issue_opinion",
                lambda draft: [draft.decision.chair_body],
                due=lambda draft: draft.decision.session_on,
            ),
        ),
        # The answer awaits the drafter as a task of the opinion document itself.
        "issue_opinion": Step("form_decided", to="opinion_document_issued", vi="Ban hành văn bản phản biện"),
        "answer_opinion": Step(
            "opinion_document_issued",
            to="response_received",
            vi="Trả lời ý kiến phản biện",
            awaits=Awaits("promulgate", _drafter_of_unpromulgated),
        ),
        # It waits for the opinion (II.4b-a). It stays where it is: the law asks for the answer even when the
        # text was promulgated before.
        "promulgate": Step(
            "opinion_document_issued",
            "response_received",
            vi="Ghi nhận ban hành văn bản chính thức",
            once=lambda draft: draft.promulgation is not None,
        ),
    },
)
