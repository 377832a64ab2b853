"""A secret planted in every place that a recording has never reaches the disk."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.errors import RecordingError
from nemogen.recordings.recording import (
    BinaryBody,
    Body,
    JsonBody,
    Recording,
    StreamBody,
    TextBody,
    body_bytes,
    write_recording,
)
from nemogen.recordings.scrub import scrubbed
from nemogen.recordings.secrets import Secrets, secrets_of
from tests.recordings.samples import ANSWERED, CHUNKS, chat, stream, thing
from tests.recordings.upstream import needs_upstream, recorded

KNOWN = "3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c"
ODD = 'p"ä/+ ss\\word&=%'
FORM = "sk-proj-A1b2C3d4E5f6G7h8I9j0"
SECRETS = secrets_of({"SOME_API_KEY": KNOWN, "DB_PASSWORD": ODD, "HOME": "/home/someone"}, accounts=["acct_12345"])

Plant = Callable[[str], Recording]


def in_request(**changes: Any) -> Recording:
    return replace(chat(), request=replace(chat().request, **changes))


def in_response(body: Body | None = None, headers: Any = None, status: int = 200) -> Recording:
    response = chat(status=status).response
    return replace(chat(), response=replace(response, body=body, headers=headers or response.headers))


def split_events(secret: str) -> Recording:
    """The secret comes in chunks of three characters, each in the text of another event."""
    parts = [secret[at : at + 3] for at in range(0, len(secret), 3)]
    return stream(
        "s", [{**CHUNKS[0], "delta": {"role": "assistant", "text": part}} for part in ["It is ", *parts, "."]]
    )


def split_bytes(secret: str) -> Recording:
    """The secret stands in one event, and the chunks are cut in the middle of it."""
    body = stream("s", [{**CHUNKS[0], "delta": {"text": f"key {secret}"}}]).response.body
    content = body_bytes(body)
    return chat("s", body=StreamBody(tuple(content[at : at + 7] for at in range(0, len(content), 7))), stream=True)


PLACES: dict[str, Plant] = {
    "path": lambda secret: in_request(path=f"/base/v1/{quote(secret, safe='')}"),
    "query": lambda secret: in_request(query={"q": ("x", secret)}),
    "request header": lambda secret: in_request(headers={"x-note": (secret,)}),
    "member": lambda secret: in_request(body=JsonBody({"messages": [{"content": f"My key is {secret}."}]})),
    "name of a member": lambda secret: in_request(body=JsonBody({secret: 1})),
    "request text": lambda secret: in_request(body=TextBody(f"a={secret}")),
    "response header": lambda secret: in_response(headers={"x-echo": (secret,)}),
    "error message": lambda secret: in_response(JsonBody({"message": f"Wrong key: {secret}"}), status=401),
    "json in a message": lambda secret: in_response(JsonBody({"message": json.dumps({"key": secret})}), status=500),
    "html": lambda secret: in_response(TextBody(f"<p title='{secret}'>")),
    "bytes": lambda secret: in_response(BinaryBody(b"\xff\x00" + secret.encode() + b"\xff")),
    "base64": lambda secret: in_response(JsonBody({"auth": base64.b64encode(secret.encode()).decode()})),
    "stream": lambda secret: stream("s", [{**CHUNKS[0], "delta": {"text": f"key {secret}"}}]),
    "stream comment": lambda secret: chat("s", body=StreamBody((f": {secret}\n\n".encode(),)), stream=True),
    "stream text": lambda secret: chat("s", body=StreamBody((f"data: {secret}\n\n".encode(),)), stream=True),
    "stream cut in the middle": split_bytes,
    "stream split between events": split_events,
    "note": lambda secret: replace(chat(), note=f"called with {secret}"),
    "source": lambda secret: replace(chat(), source=f"https://example.com/?token={secret}"),
}


def spelled(secret: str) -> list[bytes]:
    """How a secret could stand in a file."""
    raw = secret.encode()
    forms = [secret, quote(secret, safe=""), json.dumps(secret)[1:-1], json.dumps(json.dumps(secret)[1:-1])[1:-1]]
    return [*(form.encode() for form in forms), base64.b64encode(raw).rstrip(b"=")]


@pytest.mark.parametrize(
    ("place", "secret"),
    [
        (place, secret)
        for place in PLACES
        for secret in (KNOWN, ODD, FORM, "acct_12345")
        if (place, secret) != ("base64", FORM)  # a form is not known by its base64
    ],
)
def test_a_planted_secret_is_not_in_what_is_written(place: str, secret: str) -> None:
    clean = scrubbed(PLACES[place](secret), SECRETS)
    content = write_recording(clean) + body_bytes(clean.request.body) + body_bytes(clean.response.body)
    assert [form for form in spelled(secret) if form in content] == []
    if isinstance(clean.response.body, StreamBody) and place.startswith("stream"):
        texts = [
            json.loads(line[6:]) for line in body_bytes(clean.response.body).splitlines() if line[:7] == b"data: {"
        ]
        assert secret not in "".join(event["delta"].get("text", "") for event in texts)


@pytest.mark.parametrize(
    "name",
    ["authorization", "cookie", "set-cookie", "x-api-key", "api-key", "x-goog-api-key", "x-amz-security-token",
     "proxy-authorization", "x-auth-token", "x-csrf-token", "mcp-session-id", "ocp-apim-subscription-key"],
)  # fmt: skip
def test_a_credential_goes_by_the_name_of_its_header(name: str) -> None:
    clean = scrubbed(in_request(headers={name: ("short",), "x-ratelimit-remaining-tokens": ("9",)}), Secrets())
    assert clean.request.headers == {name: ("[scrubbed]",), "x-ratelimit-remaining-tokens": ("9",)}


def test_a_secret_goes_by_the_name_of_its_member_or_parameter_also_in_streams_and_deep_inside() -> None:
    value = {"api_key": "a", "accessToken": "b", "credentials": {"user": "c", "n": 1}, "token": "word", "max_tokens": 5}
    clean = {"api_key": "[scrubbed]", "accessToken": "[scrubbed]", "credentials": {"user": "[scrubbed]", "n": 0},
             "token": "[scrubbed]", "max_tokens": 5}  # fmt: skip
    assert scrubbed(in_response(JsonBody([value])), Secrets()).response.body == JsonBody([clean])
    event = body_bytes(scrubbed(stream("s", [value]), Secrets()).response.body).splitlines()[0]
    assert json.loads(event[6:]) == clean
    query = {"key": ("k",), "q": ("word",), "own": ("x",)}
    assert scrubbed(in_request(query=query), Secrets(keys=frozenset({"own"}))).request.query == {
        "key": ("[scrubbed]",), "q": ("word",), "own": ("[scrubbed]",),
    }  # fmt: skip


@pytest.mark.parametrize(
    "secret",
    [
        "ghp_" + "a1B2" * 9,
        "github_pat_" + "a1B2" * 9,
        "AKIA" + "ABCD1234" * 2,
        "AIza" + "a1B2c" * 7,
        "xoxb-1234567890-abc",
        "hf_" + "a1B2" * 8,
        "glpat-" + "a1B2" * 5,
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "SG." + "a1B2" * 6 + "." + "c3D4" * 6,
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
        "sk-ant-" + "a1B2" * 6,
    ],
)
def test_keys_of_common_forms_go_wherever_they_stand(secret: str) -> None:
    clean = scrubbed(in_response(JsonBody({"text": f"see {secret} there"})), Secrets())
    assert clean.response.body == JsonBody({"text": "see [scrubbed] there"})


def test_passwords_and_keys_in_urls_go() -> None:
    text = "https://user:hunter2@host/a?x=1&api_key=abc&sig=d%2Fe#f"
    clean = scrubbed(in_response(JsonBody({"text": text})), Secrets())
    assert clean.response.body == JsonBody(
        {"text": "https://[scrubbed]@host/a?x=1&api_key=[scrubbed]&sig=[scrubbed]#f"}
    )


@pytest.mark.parametrize(
    "text",
    [
        "Basic understanding of bearer instruments",
        "a risk-based approach to sk-learn-based-pipelines",
        "x" * 300,
        "2026-01-02T03:04:05.678901Z",
        "00000000-1111-2222-3333-444444444444",
        "mistralai/mistral-nemo-instruct-2407",
        "The token is a word; the key = value",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    recording = in_response(JsonBody({"content": text}))
    assert scrubbed(recording, SECRETS) == recording


RANDOM = "Zx9Qw3Er7Ty1Ui5Op2As"


@pytest.mark.parametrize(
    ("recording", "pointer"),
    [
        (in_response(JsonBody({"message": f"Wrong key {RANDOM}"})), "/response/body/json/message"),
        (in_response(JsonBody({"message": f"Wrong key {KNOWN}"})), "/response/body/json/message"),
        (in_request(headers={"x-thing": (RANDOM,)}), "/request/headers/x-thing"),
        (in_request(query={"q": (RANDOM,)}), "/request/query/q"),
        (
            stream("s", [{**CHUNKS[0], "delta": {"text": part}} for part in (RANDOM[:9], RANDOM[9:])]),
            "/response/body/stream/0",
        ),
        (chat("s", body=StreamBody((f": {RANDOM}\n\n".encode(),)), stream=True), "/response/body/stream"),
        (in_response(TextBody(RANDOM)), "/response/body/text"),
    ],
)
def test_what_still_looks_like_a_secret_is_refused_and_named_without_being_shown(
    recording: Recording, pointer: str
) -> None:
    with pytest.raises(RecordingError, match="something that looks like a secret") as caught:
        scrubbed(recording, Secrets())
    [problem] = caught.value.problems
    assert problem.where is not None
    assert problem.where.pointer == pointer
    assert RANDOM not in str(caught.value)
    assert KNOWN not in str(caught.value)


def test_a_random_word_that_is_allowed_or_an_id_by_name_is_kept() -> None:
    recording = in_response(JsonBody({"id": RANDOM, "system_fingerprint": RANDOM, "message": RANDOM}))
    assert scrubbed(recording, Secrets(allow=frozenset({RANDOM}))) == recording
    assert scrubbed(recording, Secrets(allow=frozenset({"message"}))) == recording


def test_scrubbing_twice_changes_nothing_more() -> None:
    for plant in PLACES.values():
        once = scrubbed(plant(KNOWN), SECRETS)
        assert scrubbed(once, SECRETS) == once


def test_a_stream_without_secrets_keeps_every_byte_and_piece() -> None:
    recording = chat(
        "s",
        body=StreamBody((b"\xef\xbb\xbfda", b'ta: {"a":  1}\r', b"\n: x\r\n\r\nid: 1\ndata: [DONE]\n\n")),
        stream=True,
    )
    assert scrubbed(recording, SECRETS) == recording


@given(st.lists(st.integers(0, 200), max_size=8), st.sampled_from([KNOWN, FORM]))
def test_a_secret_goes_however_the_pieces_are_cut(cuts: list[int], secret: str) -> None:
    content = body_bytes(stream("s", [{**CHUNKS[0], "delta": {"text": f"a {secret} b"}}]).response.body)
    ends = sorted({0, len(content), *(cut for cut in cuts if cut < len(content))})
    chunks = tuple(content[start:end] for start, end in pairwise(ends))
    clean = scrubbed(chat("s", body=StreamBody(chunks), stream=True), SECRETS).response.body
    assert secret.encode() not in body_bytes(clean)
    assert body_bytes(clean) == content.replace(secret.encode(), b"[scrubbed]")


def test_only_variables_with_telling_names_are_secret() -> None:
    environment = {"MY_TOKEN": "token-value-1", "PATH": "/usr/bin:/bin", "API_KEYS": "short", "KEYBOARD": "us-layout"}
    assert secrets_of(environment, values=["given-by-hand"]).values == ("given-by-hand", "token-value-1")


@needs_upstream
def test_what_apis_really_answer_is_not_taken_for_secrets() -> None:
    for recording in recorded():
        assert scrubbed(recording, Secrets()) == recording


def test_the_files_of_the_samples_are_clean() -> None:
    for recording in (chat(), stream(), thing()):
        assert write_recording(scrubbed(recording, SECRETS)) == write_recording(recording)
    assert ANSWERED["id"] == "a1"
