"""The document and its page in the reader's language."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from pydantic import Field

from contracts.manifest import LifecycleOut, Manifest, Operation, StepOut, TextOut
from contracts.messages import Answer, Command, ListQuery, Page
from contracts.names import VI, Named
from contracts.values import DocNumber
from gateway.app import assemble
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.openapi.cache import DocumentCache
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
LANGUAGES = ("vi", "en")
NOW = datetime(2017, 10, 17, tzinfo=UTC)
FundKind = Annotated[
    Literal["for_the_poor", "relief"],
    Named(
        "Loại quỹ", "Kind of fund", codes={"for_the_poor": "Quỹ «Vì người nghèo»", "relief": "Quỹ cứu trợ"}
    ),
]
DonationId = Annotated[str, Named("Mã khoản ủng hộ", "Donation")]


class Donor(Answer, vi="Người ủng hộ"):
    """Who gave."""

    kinds: list[FundKind]


class Donation(Answer, vi="Khoản ủng hộ"):
    """A donation."""

    donation_id: DonationId
    fund_kind: FundKind | None = None
    donor: Donor


class DonationPage(Page[Donation], vi="Danh sách khoản ủng hộ"):
    """One page of donations."""


class Donations(ListQuery, vi="Các khoản ủng hộ"):
    """The donations."""

    donation_id: DonationId
    fund_kind: FundKind | None = Field(default=None, description="Of these funds alone")


class RecordDonation(Command, vi="Ghi nhận ủng hộ"):
    """Book a donation."""

    donation_id: DonationId
    document: DocNumber
    fund_kind: FundKind


def operation(name: str, message: type[Command | ListQuery], answer: type[Answer], **more: Any) -> Operation:
    return Operation(
        name=name,
        input_schema=message.model_json_schema(),
        answer_schema=answer.model_json_schema(mode="serialization"),
        **more,
    )


RECORD = operation(
    "record_donation",
    RecordDonation,
    Donation,
    summary="Book a donation.",
    summary_vi="Ghi nhận ủng hộ",
    method="POST",
    path="/donations/{donation_id}",
)
LIST = operation(
    "donation_list",
    Donations,
    DonationPage,
    summary="List the donations.",
    summary_vi="Các khoản ủng hộ",
    method="GET",
    path="/donations/{donation_id}/list",
)
LIFECYCLE = LifecycleOut(
    name="donation",
    vi="Khoản ủng hộ",
    en="donation",
    states={"posted": TextOut(vi="Đã ghi sổ", en="posted")},
    steps=[StepOut(name="record", vi="Ghi nhận", en="record", sources=[], to="posted")],
)


@pytest.fixture
def manifest(catalog: Catalog) -> Manifest:
    """The only service: everything of it is named, as services on the chassis are."""
    named = catalog.service("funds").model_copy(
        update={"commands": [RECORD], "queries": [LIST], "lifecycles": [LIFECYCLE]}
    )
    catalog.register(named, NOW)
    return named


async def document(client: httpx.AsyncClient, language: str) -> dict[str, Any]:
    answer = await client.get("/openapi.json", params={"lang": language})
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, language)
    return dict(answer.json())


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, each in methods.items():
            yield f"{method} {path}", each


def schemas(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every model, every property, and the schema of every parameter, by where it stands."""
    models = dict(document["components"]["schemas"])
    for where, each in operations(document):
        yield from ((f"{where} ?{one['name']}", one["schema"]) for one in each.get("parameters", ()))
        body = each.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
        models |= {} if "$ref" in body or not body else {where: body}
    for name, model in models.items():
        yield name, model
        yield from ((f"{name}.{field}", each) for field, each in model.get("properties", {}).items())


@pytest.mark.usefixtures("manifest")
async def test_everything_has_a_name_in_both_languages(client: httpx.AsyncClient) -> None:
    vietnamese, english = await document(client, "vi"), await document(client, "en")
    for one in (vietnamese, english):
        validate(one, cls=OpenAPIV31SpecValidator)
    assert {where for where, each in schemas(vietnamese) if not each.get(VI)} == set()
    assert {where for where, each in schemas(vietnamese) if each.get("title") != each.get(VI)} == set()
    titles = {where: each.get("title") for where, each in schemas(english)}
    assert {where for where, title in titles.items() if not title} == set()
    assert {where for where, each in schemas(english) if titles[where] == each[VI]} == set()
    assert titles.keys() == dict(schemas(vietnamese)).keys()


@pytest.mark.usefixtures("manifest")
async def test_every_address_is_summed_up_in_both_languages(client: httpx.AsyncClient) -> None:
    vietnamese = dict(operations(await document(client, "vi")))
    english = dict(operations(await document(client, "en")))
    assert vietnamese.keys() == english.keys()
    for where, each in vietnamese.items():
        assert each["summary"] == each[VI], where
        assert english[where]["summary"], where
        assert english[where]["summary"] != each["summary"], where
        assert each["responses"]["200"]["description"] == "Đã thực hiện", where
    act = "post /v1/funds/donations/{donation_id}"
    assert (vietnamese[act]["summary"], english[act]["summary"]) == ("Ghi nhận ủng hộ", "Book a donation.")


@pytest.mark.usefixtures("manifest")
async def test_keys_of_components_are_the_same_in_both_languages(client: httpx.AsyncClient) -> None:
    vietnamese, english = await document(client, "vi"), await document(client, "en")
    assert list(vietnamese["components"]["schemas"]) == list(english["components"]["schemas"])
    assert {"funds.RecordDonation", "funds.Donor", "funds.DonationPage"} <= set(
        vietnamese["components"]["schemas"]
    )
    assert vietnamese["components"]["schemas"]["funds.Donor"]["title"] == "Người ủng hộ"
    assert english["components"]["schemas"]["funds.Donor"]["title"] == "Donor"


@pytest.mark.usefixtures("manifest")
@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("vi", "- `for_the_poor` – Quỹ «Vì người nghèo»", "Loại quỹ"),
        ("en", "- `for_the_poor` – for the poor", "Kind of fund"),
    ],
)
async def test_codes_can_be_read(client: httpx.AsyncClient, language: str, line: str, name: str) -> None:
    made = await document(client, language)
    models = made["components"]["schemas"]
    fields = [
        models["funds.Donation"]["properties"]["fund_kind"],
        models["funds.Donor"]["properties"]["kinds"],
        models["funds.RecordDonation"]["properties"]["fund_kind"],
    ]
    assert [each["description"].count(line) for each in fields] == [1, 1, 1]
    assert set(fields[2]["x-codes"]) == {"for_the_poor", "relief"}
    parameters = made["paths"]["/v1/funds/donations/{donation_id}/list"]["get"]["parameters"]
    asked = next(each for each in parameters if each["name"] == "fund_kind")
    mark = "(tiếng Anh) " if language == "vi" else ""
    assert asked["description"].startswith(f"{name}\n\n{mark}Of these funds alone\n\n{line}")


async def test_what_has_no_vietnamese_name_of_its_own_is_called_as_its_operation(
    client: httpx.AsyncClient, catalog: Catalog
) -> None:
    class Strike(Command):
        """Strike a donation."""

    class Struck(Answer):
        """That it was struck."""

    said = {"summary": "Strike a donation.", "summary_vi": "Xóa khoản ủng hộ"}
    strike = operation("strike", Strike, Struck, **said, method="POST", path="/strike")
    catalog.register(catalog.service("funds").model_copy(update={"commands": [strike]}), NOW)
    vietnamese, english = await document(client, "vi"), await document(client, "en")
    for key, meaning in (("Strike", "Strike a donation."), ("Struck", "That it was struck.")):
        said, in_english = (one["components"]["schemas"][f"funds.{key}"] for one in (vietnamese, english))
        assert (said["title"], said["description"]) == ("Xóa khoản ủng hộ", f"(tiếng Anh) {meaning}")
        assert (in_english["title"], in_english["description"]) == (key, meaning)


@pytest.mark.usefixtures("manifest")
async def test_what_the_document_says_itself_is_translated(client: httpx.AsyncClient) -> None:
    vietnamese, english = await document(client, "vi"), await document(client, "en")
    for part in ("summary", "description"):
        assert vietnamese["info"][part] != english["info"][part]
    tags = [{each["name"]: each["description"] for each in one["tags"]} for one in (vietnamese, english)]
    assert tags[0]["funds"] == "Quỹ — Ban vận động Quỹ «Vì người nghèo» tỉnh"
    assert tags[1]["funds"] == "Funds — Provincial Mobilisation Board of the Fund for the Poor"
    assert tags[0]["gateway"] != tags[1]["gateway"]
    lifecycles = next(each["x-lifecycles"] for each in vietnamese["tags"] if each["name"] == "funds")
    assert lifecycles[0]["states"]["posted"] == {"vi": "Đã ghi sổ", "en": "posted"}


async def test_an_older_manifest_is_read_and_keeps_its_english_summary(
    client: httpx.AsyncClient, catalog: Catalog
) -> None:
    older = catalog.service("funds").model_dump()
    for each in (*older["commands"], *older["queries"]):
        del each["summary_vi"]
    del older["lifecycles"]
    catalog.register(Manifest.model_validate(older), NOW)
    made = await document(client, "vi")
    validate(made, cls=OpenAPIV31SpecValidator)
    assert made["paths"]["/v1/funds/donations"]["get"]["summary"] == "Answer list_donations."


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [("", "", "vi"), ("", "en", "en"), ("?lang=vi", "en", "vi"), ("?lang=en", "", "en")],
)
async def test_document_and_page_come_in_the_readers_language(
    client: httpx.AsyncClient, query: str, header: str, language: str
) -> None:
    for path in ("/openapi.json", "/docs"):
        answer = await client.get(f"{path}{query}", headers={"Accept-Language": header})
        assert answer.headers["Content-Language"] == language
        assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_shows_its_document_and_leads_to_the_other_language(
    client: httpx.AsyncClient, language: str
) -> None:
    page = (await client.get("/docs", params={"lang": language})).text
    assert f'<html lang="{language}">' in page
    assert '<script src="docs/page/page.js">' in page
    script = (await client.get("/docs/page/page.js")).text
    assert 'url: "openapi.json?lang=" + language' in script
    for each, name in (("vi", "Tiếng Việt"), ("en", "English")):
        current = ' aria-current="true"' if each == language else ""
        assert f'href="docs?lang={each}" lang="{each}" hreflang="{each}"{current}>{name}</a>' in page


async def test_the_document_may_be_cached_until_it_changes(
    client: httpx.AsyncClient, catalog: Catalog
) -> None:
    first = await client.get("/openapi.json")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert (await client.get("/openapi.json", headers=tag)).status_code == 304
    assert (await client.get("/openapi.json?lang=en", headers=tag)).status_code == 200
    catalog.register(catalog.service("funds").model_copy(update={"service": "critique"}), NOW)
    assert (await client.get("/openapi.json", headers=tag)).status_code == 200


def test_the_document_is_made_once_for_each_language_and_version(
    settings: GatewaySettings, bus: FakeBus, catalog: Catalog
) -> None:
    app = assemble(Gateway.of(settings, bus, catalog))
    documents: DocumentCache = app.state.documents
    vietnamese, english = documents.get("vi"), documents.get("en")
    assert vietnamese != english
    assert documents.get("vi") is vietnamese
    assert documents.get("en") is english
    catalog.register(catalog.service("funds").model_copy(update={"service": "critique"}), NOW)
    assert documents.get("vi") is not vietnamese
    assert b"/v1/critique/donations" in documents.get("vi").plain.content
