import httpx
import pytest

from gateway.http.language import language_of
from gateway.testing import FakeBus


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "vi"),
        ("*", "vi"),
        ("fr", "vi"),
        ("vi,en;q=0.9", "vi"),
        ("en", "en"),
        ("en-US,en;q=0.9,vi;q=0.8", "en"),
        ("en;q=0.1, vi;q=0", "en"),
        ("nonsense;;q=", "vi"),
    ],
)
def test_vietnamese_unless_english_is_preferred(header: str, language: str) -> None:
    assert language_of(None, header) == language


@pytest.mark.parametrize(
    ("chosen", "header", "language"),
    [("en", "vi", "en"), ("vi", "en", "vi"), ("en", "", "en"), ("fr", "en", "en"), ("", "", "vi")],
)
def test_what_the_reader_chooses_wins_over_the_header(chosen: str, header: str, language: str) -> None:
    assert language_of(chosen, header) == language


@pytest.mark.anyio
@pytest.mark.parametrize(
    "path", ["/nowhere", "/v1/funds/donations/don_1", "/v1/me", "/v1/tasks", "/problems/x"]
)
async def test_a_problem_is_told_in_the_language_chosen(client: httpx.AsyncClient, path: str) -> None:
    english = await client.get(path, params={"lang": "en"}, headers={"Accept-Language": "vi"})
    vietnamese = await client.get(path, params={"lang": "vi"}, headers={"Accept-Language": "en"})
    assert (english.headers["Content-Language"], vietnamese.headers["Content-Language"]) == ("en", "vi")
    assert english.json()["title"] in {"Not found", "Not signed in"}
    assert vietnamese.json()["title"] in {"Không tìm thấy", "Chưa đăng nhập"}


@pytest.mark.anyio
async def test_the_language_is_no_field_of_an_operation(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    assert (await client.get("/v1/funds/donations?lang=en&limit=5")).status_code == 200
    assert bus.last.payload == {"limit": 5}
    act = await client.post("/v1/funds/drives/d/donations?lang=en", json={}, headers=signed_in)
    assert act.status_code == 200
    explained = "/v1/authority/explain?service=funds&operation=record_donation&lang=en"
    assert (await client.get(explained, headers=signed_in)).status_code == 200
    assert bus.last.payload == {}


@pytest.mark.anyio
async def test_a_problem_type_is_explained_in_the_language_chosen(client: httpx.AsyncClient) -> None:
    said = await client.get("/problems/wrong-step?lang=en")
    assert (said.json()["title"], said.headers["Content-Language"]) == (
        "In conflict with the present state",
        "en",
    )
