"""Several media types: a method for each of a request, and each of a response read by its Content-Type."""

from __future__ import annotations

import pytest

from tests.client.planned import planned
from tests.servers.loopback import Reply

from .packages import BINARY, MODES, TEXT, WHOLE, Mode, api, call, gives, json_reply, method_of, obj, package, ref

JSON = "application/json"


MEDIA = {
    "json": JSON,
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "csv": "text/csv",
    "xml": "application/xml",
    "patch": "application/merge-patch+json",
    "any": "*/*",
    "text_json": "text/json",
    "events": "text/event-stream",
    "pdf": "application/pdf",
}


def content(**schemas: object) -> dict[str, object]:
    return {MEDIA[name]: {"schema": schema} for name, schema in schemas.items()}


def answering(**schemas: object) -> dict[str, object]:
    return {"responses": {"200": {"description": "Fine.", "content": content(**schemas)}}}


DOCUMENT = api(
    {
        "POST /up": {
            "requestBody": {
                "required": True,
                "content": content(
                    json=ref("J"),
                    form=ref("J"),
                    multipart=obj(f=BINARY),
                    csv=TEXT,
                    xml=ref("J"),
                    patch=ref("J"),
                    any=ref("J"),
                    text_json=ref("J"),
                ),
            }
        },
        "GET /down": answering(csv=TEXT, json=ref("J"), pdf=BINARY),
        "GET /live": answering(json=ref("J"), events=ref("J")),
        "GET /text": gives(TEXT, "text/plain"),
    },
    {"J": obj(n=WHOLE)},
)


@pytest.mark.parametrize("mode", MODES)
def test_each_request_media_type_has_a_method_of_its_own(mode: Mode) -> None:
    module = package(DOCUMENT)
    up = method_of(module, "POST /up")
    sent = call(module, up, mode, Reply(204), n=1).request
    assert (sent.body, sent.headers["content-type"]) == (b'{"n":1}', JSON)
    sent = call(module, f"{up}_form", mode, Reply(204), n=1).request
    assert (sent.body, sent.headers["content-type"]) == (b"n=1", "application/x-www-form-urlencoded")
    sent = call(module, f"{up}_multipart", mode, Reply(204), f=b"F").request
    assert sent.headers["content-type"].startswith("multipart/form-data")
    sent = call(module, f"{up}_csv", mode, Reply(204), body="a,b").request
    assert (sent.body, sent.headers["content-type"]) == (b"a,b", "text/csv; charset=utf-8")
    sent = call(module, f"{up}_xml", mode, Reply(204), body=b"<n/>").request
    assert (sent.body, sent.headers["content-type"]) == (b"<n/>", "application/xml")
    sent = call(module, f"{up}_merge_patch", mode, Reply(204), n=2).request
    assert (sent.body, sent.headers["content-type"]) == (b'{"n":2}', "application/merge-patch+json")


def test_each_method_has_the_arguments_of_its_media_type_alone() -> None:
    found = {method.name: method for _, method in planned(DOCUMENT).methods() if method.path.value == "/up"}
    base = min(found, key=len)
    signatures = {name.removeprefix(base): [each.signature for each in found[name].keywords] for name in found}
    assert signatures == {
        "": ["n: int | Omit = omit"],
        "_form": ["n: int | Omit = omit"],
        "_multipart": ["f: FileInput | Omit = omit"],
        "_csv": ["body: str"],
        "_xml": ["body: FileInput"],
        "_merge_patch": ["n: int | Omit = omit"],
    }


@pytest.mark.parametrize("mode", MODES)
def test_a_response_is_read_by_its_content_type(mode: Mode) -> None:
    module = package(DOCUMENT)
    assert call(module, "GET /down", mode, json_reply({"n": 1})).value.n == 1
    csv = Reply(200, b"a\xe9", {"Content-Type": "text/csv; charset=latin-1"})
    assert call(module, "GET /down", mode, csv, extra_headers={"accept": "text/csv"}).value == "aé"
    pdf = call(module, "GET /down", mode, Reply(200, b"%PDF", {"Content-Type": "application/pdf"})).value
    assert (bytes(pdf), pdf.content_type) == (b"%PDF", "application/pdf")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("body", "media", "text"),
    [
        (b"\xe9", "text/plain; charset=ISO-8859-1", "é"),
        ("é".encode(), 'text/plain; charset="utf-8"', "é"),
        ("é".encode(), "text/plain", "é"),
        (b"a", "text/plain; charset=of-no-codec", "a"),
        (b"", "text/plain", ""),
    ],
)
def test_a_text_is_read_in_its_charset(body: bytes, media: str, text: str, mode: Mode) -> None:
    assert call(package(DOCUMENT), "GET /text", mode, Reply(200, body, {"Content-Type": media})).value == text


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_beside_a_whole_response_has_a_method_of_its_own(mode: Mode) -> None:
    module = package(DOCUMENT)
    names = {method.name for _, method in planned(DOCUMENT).methods() if method.path.value == "/live"}
    reply = Reply(200, b'data: {"n": 5}\n\n', {"Content-Type": "text/event-stream"})
    assert [each.n for each in call(module, f"{method_of(module, 'GET /live')}_stream", mode, reply).value] == [5]
    assert len(names) == 2
