"""Drafts that Part III asks of the state side, critiqued by the Front and answered by item (II.4b)."""

from typing import NamedTuple

from chungtay.gateway_client import Json
from chungtay.simulate.player import Player


class Draft(NamedTuple):
    """A drafting body, the kind of its draft, the item that asks for it, its title and co-drafters."""

    drafter: str
    kind: str
    duty: str
    title: str
    co_drafters: tuple[str, ...] = ()


DRAFTS = (
    Draft(
        "so-xd",
        "criteria",
        "III.1.4-a",
        "Tiêu chí phường, thị trấn đạt chuẩn đô thị văn minh",
        ("so-vhttdl",),
    ),
    Draft("so-xd", "policy", "III.1.4-e", "Chính sách phát triển nhà ở xã hội"),
    Draft("so-vhttdl", "criteria", "III.1.5-b", "Tiêu chí gia đình văn hóa, khu dân cư văn hóa"),
    Draft("vp-dp-ntm", "mechanism", "III.1.3-f", "Cơ chế hỗ trợ xã đăng ký đạt chuẩn nông thôn mới"),
    Draft("so-tnmt", "plan", "III.1.7-b", "Kế hoạch thu gom, xử lý rác thải nông thôn"),
)
HEADS = ("necessity", "feasibility", "impact")


def play(player: Player) -> None:
    """Take each draft from its registration to the answered opinion. Raises Refused, Away."""
    for number, draft in enumerate(DRAFTS, start=1):
        _critique(player, draft, number)


def _conditions(*kinds: str) -> list[Json]:
    return [{"kind": kind, "evidence": "Tờ trình giả lập"} for kind in kinds]


def _critique(player: Player, draft: Draft, number: int) -> None:
    front, drafter = player.agency("btt-mttq-tinh"), player.agency(draft.drafter)
    registered = drafter.post(
        f"draft.register.{number}",
        "/v1/critique/drafts",
        {
            "kind": draft.kind,
            "title": f"{draft.title} (giả lập)",
            "duty_id": draft.duty,
            "co_drafting_bodies": list(draft.co_drafters),
            "unit_code": "19",
            "conditions": _conditions("documents", "time", "people"),
            "occurred_on": f"{player.year}-07-03",
        },
    )
    address = f"/v1/critique/drafts/{registered['draft_id']}"
    provided = {"conditions": _conditions("money"), "occurred_on": f"{player.year}-07-04"}
    drafter.post(f"draft.complete.{number}", f"{address}/complete-dossier", provided)
    decision = {
        "track": "critique",
        "form": "conference",
        "chair_body": "btt-mttq-tinh",
        "reason": "content",
        "note": "Nội dung liên quan trực tiếp đến đời sống nhân dân (giả lập)",
        "session_on": f"{player.year}-07-20",
        "occurred_on": f"{player.year}-07-04",
    }
    front.post(f"draft.form.{number}", f"{address}/decide-form", decision)
    _opinion_and_answer(player, draft, number, address)


def _opinion_and_answer(player: Player, draft: Draft, number: int, address: str) -> None:
    item = {
        "remark": "Dự thảo cần thiết (giả lập)",
        "evaluation": "Cơ bản khả thi",
        "position": "agree_with_changes",
        "recommendation": "Bổ sung lộ trình thực hiện",
    }
    opinion = {
        "doc_number": player.code(f"{number:02d}/PB-MTTQ-BTT"),
        "items": [{**item, "head": head} for head in HEADS],
        "occurred_on": f"{player.year}-07-21",
    }
    front = player.agency("btt-mttq-tinh")
    issued = front.post(f"draft.opinion.{number}", f"{address}/issue-opinion", opinion)
    answers = [
        {"item_no": 1, "outcome": "accepted"},
        {"item_no": 2, "outcome": "partly", "explanation": "Bổ sung trong văn bản hướng dẫn"},
        {"item_no": 3, "outcome": "rejected", "explanation": "Vượt thẩm quyền của tỉnh"},
    ]
    player.agency(draft.drafter).post(
        f"draft.answer.{number}",
        f"/v1/critique/opinions/{issued['critique_id']}/answer",
        {
            "doc_number": player.code(f"{number:02d}/CV"),
            "answers": answers,
            "occurred_on": f"{player.year}-08-10",
        },
    )
