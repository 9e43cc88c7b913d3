"""A commune's list of households enters the register through the gateway, whole or not at all."""

import base64
import csv
import io

from tenacity import Retrying, retry_if_result, stop_after_delay, wait_fixed

from support.callers import Agency, Client, Json

BASE = "/v1/campaigns"
COMMUNE = "05491"
AREA = f"{COMMUNE}-K001"
ROWS, DAY = 3_000, "2018-03-05"
LIMIT_SECONDS = 60


Lines = list[list[object]]


def households(heading: list[str]) -> Lines:
    rows: Lines = [[AREA, number, f"Hộ giả lập {number}", 4] for number in range(1, ROWS + 1)]
    return [list(heading), *rows]


def brought_in(front: Client, lines: Lines) -> Json:
    """Upload a list, and wait until the import has ended."""
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    content = base64.b64encode(text.getvalue().encode()).decode()
    body = {"occurred_on": DAY, "unit_code": COMMUNE, "format": "csv", "content_base64": content}
    job = front.post(f"{BASE}/household-imports", body)
    assert job["state"] == "received"
    address = f"{BASE}/household-imports/{job['import_id']}"
    waiting = retry_if_result(lambda shown: shown["state"] == "received")
    patiently = Retrying(retry=waiting, wait=wait_fixed(0.1), stop=stop_after_delay(LIMIT_SECONDS))
    return dict(patiently(front.get, address, as_of=DAY))


def test_a_commune_brings_in_its_list(agency: Agency, public: Client) -> None:
    front = agency("ub-mttq-xa", COMMUNE)
    template = public.get(f"{BASE}/household-import-template", format="csv")
    heading = base64.b64decode(template["content_base64"]).decode("utf-8-sig").strip().split(",")
    lines = households(heading)
    lines[-1][1] = 1

    refused = brought_in(front, lines)
    assert (refused["state"], refused["errors"], refused["imported"]) == ("rejected", 1, 0)
    fault = front.get(f"{BASE}/household-imports/{refused['import_id']}/faults", as_of=DAY)["items"][0]
    assert (fault["row"], fault["column"], fault["value"]) == (ROWS + 1, "Số thứ tự hộ", "1")
    assert refused["total"] == ROWS
    assert "row 2 " in fault["reason"]["en"]
    assert public.get(f"{BASE}/household-counts", unit_code=COMMUNE, as_of=DAY)["households"] == 0

    lines[-1][1] = ROWS
    taken = brought_in(front, lines)
    assert (taken["state"], taken["imported"]) == ("imported", ROWS)
    counted = public.get(f"{BASE}/household-counts", unit_code=COMMUNE, as_of=DAY)
    assert (counted["areas"], counted["households"], counted["members"]) == (1, ROWS, 4 * ROWS)
    first = front.get(f"{BASE}/household-register", area_code=AREA, as_of=DAY)["items"][0]
    assert first["household_ref"].startswith("hh_")
