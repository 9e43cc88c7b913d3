"""The year's supervision plan, agreed with all, and a recommendation that is answered (II.4a)."""

from chungtay.simulate.player import Player

CONSULTED = ("ubnd-tinh", "hlhpn-tinh", "vp-dp-ntm", "hdnd-tinh")


def play(player: Player) -> None:
    """Agree the plan; send, acknowledge and answer a recommendation. Raises Refused, Away."""
    plan_id = _agree(player)
    front, labour = player.agency("btt-mttq-tinh"), player.agency("so-ldtbxh")
    sent = front.post(
        "recommendation.send",
        "/v1/supervision/recommendations",
        {
            "plan_id": plan_id,
            "topic": "GS-GN",
            "addressee_body": "so-ldtbxh",
            "doc_number": player.code("31/KN-MTTQ-BTT"),
            "text": "Niêm yết công khai danh sách hộ nghèo tại nhà văn hóa xóm (giả lập)",
            "legal_basis": ["QĐ 1722/QĐ-TTg"],
            "occurred_on": f"{player.year}-09-05",
        },
    )
    address = f"/v1/supervision/recommendations/{sent['recommendation_id']}"
    labour.post(
        "recommendation.acknowledge", f"{address}/acknowledge", {"occurred_on": f"{player.year}-09-06"}
    )
    answer = {"outcome": "accepted", "doc_number": player.code("145/SLĐ")}
    labour.post(
        "recommendation.answer", f"{address}/answer", {**answer, "occurred_on": f"{player.year}-09-20"}
    )


def _agree(player: Player) -> str:
    front = player.agency("btt-mttq-tinh")
    proposed = front.post(
        "plan.propose",
        "/v1/supervision/plans",
        {
            "year": player.year,
            "unit_code": "19",
            "topics": [
                {"topic": "GS-GN", "form": "delegation", "target_bodies": ["so-ldtbxh"]},
                {
                    "topic": "GS-NTM",
                    "form": "joined",
                    "target_bodies": ["so-nnptnt"],
                    "proposing_body": "vp-dp-ntm",
                },
            ],
            "consulted_bodies": list(CONSULTED),
            "occurred_on": f"{player.year}-06-26",
        },
    )
    address = f"/v1/supervision/plans/{proposed['plan_id']}"
    for body in CONSULTED:
        view = {"view": "agreed", "occurred_on": f"{player.year}-07-05"}
        player.agency(body).post(f"plan.view.{body}", f"{address}/state-view", view)
    agreement = {"doc_number": player.code("20/KH-MTTQ-BTT"), "occurred_on": f"{player.year}-07-10"}
    front.post("plan.agree", f"{address}/agree", agreement)
    return str(proposed["plan_id"])
