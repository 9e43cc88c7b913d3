"""The campaign launched, its members consulted, and assignments agreed (II.1a, III.2a)."""

from chungtay.gateway_client import Json
from chungtay.simulate.player import Player

MEMBERS = ("hlhpn-tinh", "hnd-tinh", "hccb-tinh", "dtn-tinh", "ldld-tinh")
CONTENTS = ("ND1", "ND2", "ND3", "ND4", "ND5")
DUTIES = ("II.1a-c", "II.1a-d", "II.1a-e", "II.1a-f", "II.1a-g")


def launch(player: Player) -> str:
    """Launch the campaign and return its id. Raises Refused, Away."""
    launched = player.agency("btt-mttq-tinh").post(
        "campaign.launch",
        "/v1/campaigns/campaigns",
        {
            "code": player.code("TDDK"),
            "name_vi": "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh (giả lập)",
            "unit_code": "19",
            "start_on": f"{player.year}-06-20",
            "end_on": f"{player.year + 5}-06-16",
            "movement_codes": ["PT-NTM", "PT-VH", "PT-AN", "PT-VNN"],
            "occurred_on": f"{player.year}-06-20",
        },
    )
    return str(launched["campaign_id"])


def consult(player: Player, campaign_id: str) -> None:
    """Consult the members, conclude with minutes, and let each agree to its share. Raises Refused, Away."""
    chair = player.agency("btt-mttq-tinh")
    held = chair.post(
        "consultation.hold",
        "/v1/campaigns/consultations",
        {
            "campaign_id": campaign_id,
            "topics": ["Phân công thực hiện năm nội dung (giả lập)"],
            "participant_bodies": list(MEMBERS),
            "occurred_on": f"{player.year}-06-28",
        },
    )
    chair.post(
        "consultation.conclude",
        f"/v1/campaigns/consultations/{held['consultation_id']}/conclude",
        {"minutes_ref": player.code("05/BB-MTTQ"), "occurred_on": f"{player.year}-06-28"},
    )
    for member, content, duty in zip(MEMBERS, CONTENTS, DUTIES, strict=True):
        _share(player, held["consultation_id"], member, {"content_code": content, "duty_id": duty})
    model = {"kind": "model", "duty_id": "II.3a-b"}
    _share(player, held["consultation_id"], MEMBERS[0], model, name="model")


def _share(player: Player, consultation_id: str, member: str, what: Json, name: str = "content") -> None:
    proposal = {
        "consultation_id": consultation_id,
        "assignee_body": member,
        "kind": "content",
        "unit_code": "19",
        "due_on": f"{player.year}-12-31",
        "occurred_on": f"{player.year}-07-01",
        **what,
    }
    proposed = player.agency("btt-mttq-tinh").post(
        f"assignment.propose.{member}.{name}", "/v1/campaigns/assignments", proposal
    )
    player.agency(member).post(
        f"assignment.agree.{member}.{name}",
        f"/v1/campaigns/assignments/{proposed['assignment_id']}/agree",
        {"occurred_on": f"{player.year}-07-03"},
    )
