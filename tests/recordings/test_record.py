"""Recordings from an API that answers on loopback, through a client and a proxy, scrubbed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nemogen.errors import CouldNot, NetworkError, RecordingError, ToolError
from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse, loopback
from nemogen.recordings.record import Live, record, retake
from nemogen.recordings.recording import JsonBody, Recording, StreamBody, write_recording
from nemogen.recordings.secrets import secrets_of
from nemogen.recordings.shapes import shape_changes
from tests.recordings.samples import ANSWERED, CHUNKS, chat, document, read, stream, thing

KEY = "live-key-5f6e7d8c9b0a"
MESSAGES = [{"role": "user", "content": "Hello"}]


class Api:
    """An API that answers by path and body, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[ReceivedRequest] = []
        self.answer: Any = ANSWERED
        self.status = 200

    def respond(self, asked: ReceivedRequest) -> ServedResponse:
        self.asked.append(asked)
        headers = (
            ("content-type", "application/json"),
            ("set-cookie", "sid=secret"),
            ("x-request-id", "r-1"),
            ("cf-ray", "9"),
        )
        if asked.method == "GET":
            return ServedResponse(200, headers, (b'{"id": "a/b c"}',))
        if json.loads(asked.body).get("stream"):
            chunks = [b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in CHUNKS]
            return ServedResponse(
                200, (("content-type", "text/event-stream"),), (*chunks, b"data: [DONE]\n\n"), True, chunk_delay=0.05
            )
        return ServedResponse(self.status, headers, (json.dumps(self.answer).encode(),))


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def live(api: Api, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    monkeypatch.setenv("FAKE_API_KEY", KEY)
    with loopback(api.respond) as server:
        source = Path(__file__).parent / "fake"
        secrets = secrets_of({"FAKE_API_KEY": KEY})
        yield Live(f"{server.url}/base", source, "fake_api", "FakeApi", secrets, date(2026, 2, 3), "f" * 64)


def test_a_random_word_in_the_path_is_refused_unless_the_spec_has_an_id_there(live: Live) -> None:
    arguments = {"itemId": "9fK2mQ8rT5vX1zB7nC3dL6pW0sYhJ4gA"}
    with pytest.raises(RecordingError, match="looks like a secret"):
        record(live, "items.retrieve", "one", arguments)
    found = record(replace(live, spec=read(document())), "items.retrieve", "one", arguments)
    assert found.request.path == f"/base/v1/items/{arguments['itemId']}"


def test_a_call_is_recorded_with_its_answer_and_without_its_key(live: Live, api: Api) -> None:
    found = record(live, "chat.completions.create", "hello", {"model": "small", "messages": MESSAGES})
    assert [asked.header("authorization") for asked in api.asked] == [f"Bearer {KEY}"]
    assert (found.name, found.origin, found.recorded) == ("chat.completions.create/hello", "live", date(2026, 2, 3))
    assert found.spec_sha256 == "f" * 64
    assert (found.request.method, found.request.path) == ("POST", "/base/v1/chat")
    assert found.request.body == JsonBody({"model": "small", "messages": MESSAGES})
    assert found.request.headers["authorization"] == ("[scrubbed]",)
    assert found.response.body == JsonBody(ANSWERED)
    assert found.response.headers == {"content-type": ("application/json",), "x-request-id": ("r-1",)}
    assert KEY.encode() not in write_recording(found)


def test_a_stream_is_recorded_in_the_pieces_in_which_it_came(live: Live) -> None:
    found = record(live, "chat.completions.create", "s", {"model": "small", "messages": MESSAGES, "stream": True})
    chunks = [b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in CHUNKS]
    assert found.response.body == StreamBody((*chunks, b"data: [DONE]\n\n"))


def test_an_error_of_the_api_is_recorded_too_and_a_key_in_it_is_scrubbed(live: Live, api: Api) -> None:
    api.status, api.answer = 400, {"message": f"Wrong key: {KEY}", "statusCode": 400}
    found = record(live, "chat.completions.create", "bad", {"model": "small", "messages": MESSAGES})
    assert found.response.status == 400
    assert found.response.body == JsonBody({"message": "Wrong key: [scrubbed]", "statusCode": 400})


def test_a_request_that_the_api_refuses_can_be_sent_unchecked(live: Live, api: Api) -> None:
    api.status, api.answer = 400, {"message": "no", "statusCode": 400}
    careful = replace(live, client="Careful")
    arguments = {"model": "small", "messages": []}
    with pytest.raises(CouldNot, match="ValueError: messages"):
        record(careful, "chat.completions.create", "bad", arguments)
    assert record(careful, "chat.completions.create", "bad", arguments, check=False).response.status == 400


def test_an_answer_with_something_like_a_secret_is_not_given_out(live: Live, api: Api) -> None:
    api.answer = {**ANSWERED, "note": "Zx9Qw3Er7Ty1Ui5Op2As"}
    with pytest.raises(RecordingError) as caught:
        record(live, "chat.completions.create", "x", {"model": "small", "messages": MESSAGES})
    assert "/response/body/json/note" in str(caught.value)


def test_cases_are_recorded_again_and_only_changes_of_shape_are_reported(live: Live, api: Api) -> None:
    api.answer = {"id": 7, "kind": "answer", "choices": [{"text": "other", "finish": "stop"}], "extra": None}
    old = [replace(chat(), note="kept"), stream(), replace(thing(), origin="live")]
    again = [retake(live, each, read(document())) for each in old]
    assert [(new.name, changes) for new, changes in again] == [
        (
            "chat.completions.create/hello",
            ("usage is missing (object)", "extra is new (null)", "id was string, is number"),
        ),
        ("chat.completions.create/stream", ()),
        ("items.retrieve/thing", ()),
    ]  # fmt: skip
    first = again[0][0]
    assert (first.note, first.recorded, first.file) == ("kept", date(2026, 2, 3), old[0].file)
    assert [asked.target for asked in api.asked if asked.method == "GET"] == [
        "/base/v1/items/a%2Fb%20c?limit=5&tags=x&tags=y"
    ]


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_an_answer_that_says_nothing_of_the_contract_does_not_replace_one_that_does(
    live: Live, api: Api, status: int
) -> None:
    api.status, api.answer = status, {"message": "not now", "statusCode": status}
    with pytest.raises(CouldNot, match=f"responded {status}, so the recording is kept unchanged"):
        retake(live, chat(), read(document()))
    error = chat(answer=api.answer, status=500)
    assert retake(live, error, read(document()))[0].response.status == status


def test_what_the_spec_has_no_operation_for_is_not_recorded_again(live: Live) -> None:
    lost = replace(chat(), request=replace(chat().request, path="/v2/chat"))
    with pytest.raises(CouldNot, match="no operation for POST /v2/chat"):
        retake(live, lost, read(document()))


def test_an_api_that_is_not_there_is_a_network_error(live: Live) -> None:
    away = replace(live, base_url="http://127.0.0.1:9/base")
    with pytest.raises(NetworkError, match="the API could not be reached"):
        record(away, "chat.completions.create", "x", {"model": "small", "messages": MESSAGES})


def test_a_key_is_never_sent_over_plain_http_to_another_machine(live: Live) -> None:
    with pytest.raises(NetworkError, match="https only"):
        record(replace(live, base_url="http://api.sample.test"), "chat.completions.create", "x", {})


def test_a_call_that_sends_nothing_says_why(live: Live) -> None:
    with pytest.raises(CouldNot, match=r"0 requests instead of one.*no method chat\.sing"):
        record(live, "chat.sing", "x", {})
    with pytest.raises(CouldNot, match="TypeError"):
        record(live, "chat.completions.create", "x", {"model": "small"})


def test_a_package_that_is_not_there_is_reported(live: Live) -> None:
    with pytest.raises(ToolError, match="No module named"):
        record(replace(live, module="nothing_here"), "a.b", "x", {})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (chat(), chat(answer={**ANSWERED, "id": "other"}), ()),
        (chat(), chat(status=400, answer=ANSWERED), ("status was 200, is 400",)),
        (chat(answer=[1]), chat(answer=[1.5, None]), ("[] was number, is null or number",)),
        (
            chat(answer={}),
            stream("hello", []),
            ("media type was application/json, is text/event-stream", "the response is missing (object)"),
        ),
    ],
)
def test_changes_of_shape_are_reported_and_changes_of_values_are_not(
    old: Recording, new: Recording, expected: tuple[str, ...]
) -> None:
    assert shape_changes(old, new) == expected
