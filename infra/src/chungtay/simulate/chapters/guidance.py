"""Guiding documents of every body that issues them, and the receipts of those who read them."""

import random
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from chungtay.gateway_client import Json
from chungtay.simulate.player import Agency, Player
from contracts.reference import agencies, units


class Document(NamedTuple):
    """A body, the kind of its document, its number, title, and the movement that it integrates."""

    issuer: str
    kind: str
    number: str
    title: str
    movement: str | None = None


DOCUMENTS = (
    Document("btt-mttq-tinh", "guidance", "18/HD-MTTQ-BTT", "Hướng dẫn thực hiện cuộc vận động"),
    Document("btt-mttq-tinh", "criteria", "19/HD-MTTQ-BTT", "Tiêu chí bình xét thi đua, khen thưởng"),
    Document("hlhpn-tinh", "guidance", "11/HD-BTV", "Hướng dẫn các cấp Hội tham gia cuộc vận động"),
    Document("hnd-tinh", "integration", "12/HD-HND", "Lồng ghép nhiệm vụ của Hội với Chương trình"),
    Document("so-nnptnt", "integration", "101/KH-SNN", "Lồng ghép phong trào nông thôn mới", "PT-NTM"),
    Document("so-vhttdl", "integration", "102/KH-SVHTTDL", "Lồng ghép phong trào văn hóa", "PT-VH"),
    Document("ca-tinh", "integration", "103/KH-CAT", "Lồng ghép phong trào bảo vệ an ninh", "PT-AN"),
    Document("so-ldtbxh", "integration", "104/KH-SLĐ", "Lồng ghép phong trào vì người nghèo", "PT-VNN"),
    Document("so-ldtbxh", "material", "105/SLĐ-TL", "Tài liệu tuyên truyền giảm nghèo bền vững"),
    Document("so-nnptnt", "scheme", "106/ĐA-SNN", "Đề án phát triển sản xuất chè an toàn"),
    Document("so-xd", "guidance", "107/HD-SXD", "Hướng dẫn hỗ trợ nhân rộng mô hình đô thị văn minh"),
    Document("so-vhttdl", "criteria", "108/HD-SVHTTDL", "Thủ tục bình xét danh hiệu văn hóa"),
    Document("so-tnmt", "guidance", "109/HD-STNMT", "Hướng dẫn phối hợp vận động bảo vệ môi trường"),
    Document("so-tp", "convention", "110/HD-STP", "Hướng dẫn thực hiện hương ước, quy ước"),
    Document("so-tc", "budget", "111/HD-STC", "Hướng dẫn kinh phí thực hiện cuộc vận động"),
    Document("so-tttt", "media_programme", "112/CTr-STTTT", "Chương trình truyền thông"),
)
# Who reads in each district and commune: each side's documents go to the committees of that side.
READERS = {"front": ("ub-mttq-huyen", "ub-mttq-xa"), "state": ("ubnd-huyen", "ubnd-xa")}
COMMUNES = 4


def play(player: Player, draw: random.Random) -> None:
    """Issue every document; all districts and some communes confirm reading it. Raises Refused, Away."""
    for document in DOCUMENTS:
        name = f"{document.issuer}.{document.kind}"
        guidance_id = _issue(player, document, name)
        for reader in _readers(player, document, draw):
            reader.post(
                f"guidance.read.{name}.{reader.code}.{reader.unit}",
                f"/v1/campaigns/guidance/{guidance_id}/acknowledge",
                {"occurred_on": f"{player.year}-07-20"},
            )


def _readers(player: Player, document: Document, draw: random.Random) -> Iterator[Agency]:
    day = date(player.year, 7, 20)
    of_district, of_commune = READERS[agencies().get(document.issuer, day).side]
    for district in units().districts(day):
        yield player.agency(of_district, district.code)
    for commune in draw.sample(units().communes(day), k=COMMUNES):
        yield player.agency(of_commune, commune.code)


def _issue(player: Player, document: Document, name: str) -> str:
    body: Json = {
        "kind": document.kind,
        "doc_number": player.code(document.number),
        "title": f"{document.title} (giả lập)",
        "audience_levels": ["H", "X", "K"],
        "effective_on": f"{player.year}-07-15",
        "occurred_on": f"{player.year}-07-10",
    }
    if document.movement:
        body["movement_code"] = document.movement
    if document.kind == "material":
        body["copies"] = 3000
    issued = player.agency(document.issuer).post(f"guidance.issue.{name}", "/v1/campaigns/guidance", body)
    return str(issued["guidance_id"])
