"""The programme itself: proposed by the Front, in force when both parties have signed (duty 0-a)."""

from chungtay.simulate.player import Player


def play(player: Player) -> None:
    """Sign the programme of the year. Raises Refused, Away."""
    front, state = player.agency("ub-mttq-tinh"), player.agency("ubnd-tinh")
    proposed = front.post(
        "programme.propose",
        "/v1/reporting/programmes",
        {
            "number": player.code("75/CTrPH/UBND-UBMTTQ"),
            "title": "Thực hiện giảm nghèo bền vững, xây dựng nông thôn mới, đô thị văn minh (giả lập)",
            "basis": "Nghị quyết liên tịch số 88/NQLT/CP-ĐCTUBTWMTTQVN ngày 07/10/2016",
            "signatory_bodies": ["ub-mttq-tinh", "ubnd-tinh"],
            "occurred_on": f"{player.year}-06-16",
        },
    )
    for party in (front, state):
        party.post(
            f"programme.sign.{party.code}",
            f"/v1/reporting/programmes/{proposed['programme_id']}/sign",
            {"occurred_on": f"{player.year}-06-16"},
        )
