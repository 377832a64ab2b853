"""The mock server, asked by curl, by a raw client, and by a client that nobody here wrote."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, IncompleteRead
from typing import Any

import pytest

from nemogen.errors import CouldNot
from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse
from nemogen.recordings.exchange import response_of
from nemogen.recordings.recording import Recording
from nemogen.recordings.serve import Mock, serving
from nemogen.recordings.validate_exchange import Examiner
from tests.recordings.samples import ANSWERED, CHUNKS, ENDS, chat, document, read, stream, thing
from tests.recordings.upstream import REVISION, needs_upstream, revision

FAILED = {"message": "no", "statusCode": "400", "path": "/", "requestId": "r1"}
RECORDINGS: list[Recording] = [
    chat("bad", FAILED, status=400),
    chat("busy", {"message": "slow down", "statusCode": 429}, status=429),
    chat("hello"),
    stream(),
    thing(),
]
HELLO = {"model": "small", "messages": [{"role": "user", "content": "Hello"}]}


def mock(**options: Any) -> Mock:
    return Mock(RECORDINGS, read(document()), ends=ENDS, **options)


def ask(
    body: Any, *, to: Mock | None = None, path: str = "/base/v1/chat", method: str = "POST", **orders: str
) -> ServedResponse:
    headers = [
        ("content-type", "application/json"),
        *((f"x-mock-{name}".replace("_", "-"), text) for name, text in orders.items()),
    ]
    return (to or mock()).respond(ReceivedRequest(method, path, tuple(headers), json.dumps(body).encode()))


def mark(answer: ServedResponse) -> str:
    return dict(answer.headers)["x-mock-response"]


def value(answer: ServedResponse) -> Any:
    return json.loads(b"".join(answer.chunks))


def test_a_recorded_request_gets_the_recorded_answer_whatever_the_order_of_its_members() -> None:
    answer = ask(dict(reversed(HELLO.items())))
    assert mark(answer) == "recorded chat.completions.create/hello"
    assert value(answer) == ANSWERED


def test_a_stream_comes_in_its_recorded_pieces() -> None:
    answer = ask({**HELLO, "stream": True}, chunk_delay="0.5")
    assert answer.is_stream
    assert answer.chunks == getattr(RECORDINGS[3].response.body, "chunks", None)
    assert answer.chunk_delay == 0.5


def test_parameters_count_and_the_path_of_the_server_may_be_left_out() -> None:
    path = "/v1/items/a%2Fb%20c?tags=x&tags=y&limit=5"
    assert mark(ask(None, path=path, method="GET")) == "recorded items.retrieve/thing"
    assert mark(ask(None, path="/v1/items/other", method="GET")) == "made"


@pytest.mark.parametrize("wanted", [{}, {"stream": True}])
def test_where_nothing_is_recorded_a_valid_answer_is_made_the_same_each_time(wanted: dict[str, Any]) -> None:
    body = {**HELLO, **wanted, "heat": 1}
    answer = ask(body)
    assert mark(answer) == "made"
    assert ask(body) == answer
    assert ask(body, to=mock(seed="other")) != answer
    assert ask(body, seed="other").chunks == ask(body, to=mock(seed="other")).chunks
    examiner = Examiner(read(document()), ENDS)
    response = response_of(answer.status, answer.headers, b"".join(answer.chunks), answer.chunks)
    assert examiner.response(response, examiner.operations.all[0])[1] == []


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        ({**HELLO, "heat": 9}, "heat is 9, outside of maximum 2"),
        ({"model": "small"}, "messages is missing"),
        ({**HELLO, "messages": [{"role": "user"}]}, "messages[].content is missing"),
        ({**HELLO, "messages": [{"role": "user", "content": "", "x": 1}]}, "messages[].x is present"),
    ],
)
def test_what_the_spec_refuses_is_refused_in_the_form_of_the_apis_own_errors(body: Any, reported: str) -> None:
    answer = ask(body)
    assert (answer.status, mark(answer)) == (400, "refused")
    refusal = value(answer)
    assert reported in refusal.pop("message")
    assert refusal == {"statusCode": "400", "path": "/base/v1/chat", "requestId": "r1"}


def test_without_a_recorded_error_the_form_comes_from_the_spec_or_is_a_common_one() -> None:
    assert value(ask({}, to=Mock([], read(document()))))["statusCode"] == 400
    spec = document()
    del spec["paths"]["/v1/chat"]["post"]["responses"]["400"]
    assert set(value(ask({}, to=Mock([], read(spec))))) == {"error"}


def test_unknown_paths_methods_and_media_types_are_refused() -> None:
    assert ask({}, path="/nowhere").status == 404
    wrong = ask({}, method="DELETE")
    assert (wrong.status, dict(wrong.headers)["allow"]) == (405, "POST")
    assert mock().respond(ReceivedRequest("POST", "/v1/chat", (("content-type", "text/plain"),), b"x")).status == 415
    assert (
        mock().respond(ReceivedRequest("POST", "/v1/chat", (("content-type", "application/json"),), b"{")).status == 400
    )


@pytest.mark.parametrize(
    ("scheme", "header"),
    [
        ({"type": "http", "scheme": "bearer"}, ("authorization", "Bearer k")),
        ({"type": "http", "scheme": "basic"}, ("authorization", "Basic k")),
        ({"type": "apiKey", "in": "header", "name": "X-Key"}, ("x-key", "k")),
        ({"type": "apiKey", "in": "cookie", "name": "sid"}, ("cookie", "sid=k")),
    ],
)
def test_a_credential_that_the_spec_asks_for_is_asked_for(scheme: dict[str, str], header: tuple[str, str]) -> None:
    spec = {**document(), "security": [{"key": []}], "components": {"securitySchemes": {"key": scheme}}}
    server = Mock(RECORDINGS, read(spec))
    asked = ReceivedRequest("POST", "/v1/chat", (("content-type", "application/json"),), json.dumps(HELLO).encode())
    assert server.respond(asked).status == 401
    assert server.respond(ReceivedRequest("POST", "/v1/chat", (*asked.headers, header), asked.body)).status == 200


def test_it_fails_as_it_is_reported() -> None:
    recorded = ask(HELLO, status="429", delay="1.5")
    assert (recorded.status, recorded.delay, mark(recorded)) == (429, 1.5, "directed")
    assert value(recorded)["message"] == "slow down"
    assert value(ask(HELLO, status="503"))["statusCode"] == "503"
    assert ask(HELLO, cut="0").cut == len(b"".join(ask(HELLO).chunks)) // 2
    assert ask({**HELLO, "stream": True}, cut="1").cut == len(ask({**HELLO, "stream": True}).chunks[0])
    first, last = ask({**HELLO, "stream": True}, error_event="over").chunks
    assert json.loads(first[6:]) == CHUNKS[0]
    assert last.startswith(b"event: error\ndata: {")
    assert json.loads(last.split(b"data: ")[1])["error"].items() >= {"message": "over", "statusCode": "500"}.items()
    assert mark(ask({**HELLO, "heat": 1}, case="hello")) == "recorded chat.completions.create/hello"


@pytest.mark.parametrize(
    "order", [{"status": "99"}, {"delay": "-1"}, {"delay": "nan"}, {"cut": "x"}, {"fly": "1"}, {"case": "none"}]
)
def test_an_order_that_cannot_be_obeyed_is_refused(order: dict[str, Any]) -> None:
    assert ask(HELLO, **order).status == 400


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(mock()) as running:
        yield running.url


def test_a_port_that_is_taken_is_reported(server: str) -> None:
    with pytest.raises(CouldNot, match="cannot listen on port"), serving(mock(), int(server.rsplit(":", 1)[1])):
        pass


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize(("wanted", "reported"), [({}, '"id":"a1"'), ({"stream": True}, "data: [DONE]\n\n")])
def test_curl_gets_json_and_streams(server: str, wanted: dict[str, Any], reported: str) -> None:
    command = [
        "curl",
        "-sS",
        "-N",
        "-i",
        "--noproxy",
        "*",
        f"{server}/base/v1/chat",
        "-H",
        "content-type: application/json",
    ]
    done = subprocess.run([*command, "-d", json.dumps({**HELLO, **wanted})], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("HTTP/1.1 200 OK")
    assert reported in done.stdout
    assert done.stderr == ""


def post(server: str, body: Any, **headers: str) -> tuple[int, bytes]:
    connection = HTTPConnection(server.removeprefix("http://"), timeout=10)
    try:
        connection.request("POST", "/base/v1/chat", json.dumps(body), {"Content-Type": "application/json", **headers})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize("wanted", [{}, {"stream": True}])
def test_a_cut_answer_ends_before_its_time(server: str, wanted: dict[str, Any]) -> None:
    with pytest.raises(IncompleteRead):
        post(server, {**HELLO, **wanted}, **{"x-mock-cut": "1"})


def test_a_delay_passes_before_the_answer(server: str) -> None:
    started = time.monotonic()
    assert post(server, HELLO, **{"x-mock-delay": "0.2"})[0] == 200
    assert time.monotonic() - started >= 0.2


def test_a_request_in_chunks_is_understood(server: str) -> None:
    connection = HTTPConnection(server.removeprefix("http://"), timeout=10)
    chunks = iter([json.dumps(HELLO)[:10].encode(), json.dumps(HELLO)[10:].encode()])
    connection.request("POST", "/base/v1/chat", chunks, {"Content-Type": "application/json"}, encode_chunked=True)
    assert json.loads(connection.getresponse().read()) == ANSWERED
    connection.close()


STRANGER = """
import sys, openai
client = openai.OpenAI(api_key="key", base_url=sys.argv[1] + "/v1", max_retries=0)
ask = {"model": "small", "messages": [{"role": "user", "content": "Hello"}]}
answer = client.chat.completions.create(**ask)
assert answer.choices[0].message.content and answer.usage.total_tokens >= 0
chunks = list(client.chat.completions.create(**ask, stream=True))
assert len(chunks) >= 2 and all(chunk.choices[0].delta.content for chunk in chunks)
for status, error in ((401, openai.AuthenticationError), (429, openai.RateLimitError)):
    try:
        client.chat.completions.create(**ask, extra_headers={"x-mock-status": str(status)})
    except error as caught:
        assert caught.status_code == status
    else:
        raise AssertionError(status)
try:
    client.chat.completions.create(**ask, temperature=9)
except openai.BadRequestError as caught:
    assert "temperature is 9" in str(caught)
else:
    raise AssertionError("not refused")
print("good")
"""


def completions_document() -> dict[str, Any]:
    """A document of the shape that the openai package expects of a server."""
    spec = document()
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}

    def thing_of(**properties: Any) -> dict[str, Any]:
        return {"type": "object", "properties": properties, "required": list(properties)}

    usage = thing_of(prompt_tokens=number, completion_tokens=number, total_tokens=number)
    choices, deltas = (
        {
            "type": "array",
            "minItems": 1,
            "items": thing_of(index=number, finish_reason={"enum": ["stop"]}, **{name: inner}),
        }
        for name, inner in (("message", thing_of(role=text, content=text)), ("delta", thing_of(content=text)))
    )
    head = {"id": text, "created": number, "model": text}
    operation = spec["paths"].pop("/v1/chat")
    content = operation["post"]["responses"]["200"]["content"]
    content["application/json"]["schema"] = thing_of(**head, choices=choices, usage=usage)
    content["text/event-stream"]["schema"] = thing_of(**head, choices=deltas)
    request = operation["post"]["requestBody"]["content"]["application/json"]["schema"]
    request["properties"]["temperature"] = {"type": "number", "maximum": 2}
    spec["paths"]["/v1/chat/completions"] = operation
    return spec


def python_with_openai() -> str | None:
    """An interpreter that has the openai package: the one that NEMOGEN_OPENAI_PYTHON names, or ours."""
    for python in (os.environ.get("NEMOGEN_OPENAI_PYTHON"), sys.executable):
        if python and subprocess.run([python, "-c", "import openai"], capture_output=True, check=False).returncode == 0:
            return python
    return None


def test_the_openai_package_talks_to_it() -> None:
    python = python_with_openai()
    if python is None:
        pytest.skip("no Python here has the openai package; NEMOGEN_OPENAI_PYTHON may name one that has")
    with serving(Mock([], read(completions_document()), ends={"POST /v1/chat/completions": "[DONE]"})) as running:
        command = [python, "-c", STRANGER, running.url]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "good\n", done.stderr


@needs_upstream
def test_what_is_made_from_a_real_document_is_valid() -> None:
    spec = revision(REVISION)
    examiner = Examiner(read(spec))
    asked = {"model": "mistralai/mistral-nemo", "messages": [{"role": "user", "content": "Hello"}]}
    for body in (asked, {**asked, "stream": True}):
        answer = ask(body, to=Mock([], read(spec)), path="/v1/chat/completions")
        response = response_of(answer.status, answer.headers, b"".join(answer.chunks), answer.chunks)
        assert examiner.response(response, examiner.operations.all[0])[1] == []
