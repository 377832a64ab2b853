"""What goes by its name from each place of a recording, and what stays under names that come near."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.recordings.reading import read_recording
from nemogen.recordings.recording import JsonBody, TextBody, body_bytes
from nemogen.recordings.scrub import scrubbed
from nemogen.recordings.secrets import Secrets, secrets_of
from tests.recordings.samples import stream
from tests.recordings.test_scrub import in_request, in_response
from tests.recordings.test_scrub_spellings import FORM_TYPE

RECORDINGS = Path(__file__).parents[1] / "recordings"


def body_of(value: Any, secrets: Secrets = Secrets()) -> Any:  # noqa: B008
    body = scrubbed(in_response(JsonBody(value)), secrets).response.body
    assert isinstance(body, JsonBody)
    return body.value


@pytest.mark.parametrize(
    "name", ["new_password", "openai_api_key", "consumerSecret", "access_token_secret", "apiKeys", "otp", "csrf_token"]
)
def test_a_secret_goes_from_member_parameter_form_and_text_by_one_rule(name: str) -> None:
    assert body_of({name: "word"}) == {name: "[scrubbed]"}
    assert body_of({"text": f'{{"{name}": "word"}}'}) == {"text": f'{{"{name}": "[scrubbed]"}}'}
    assert scrubbed(in_request(query={name: ("word",)}), Secrets()).request.query == {name: ("[scrubbed]",)}
    for before, behind in (("", "&a=1"), ("a=1&", "")):
        form = in_request(headers=FORM_TYPE, body=TextBody(f"{before}{name}=word{behind}"))
        masked = TextBody(f"{before}{name}=%5Bscrubbed%5D{behind}")
        assert scrubbed(form, Secrets()).request.body == masked
    assert scrubbed(in_request(body=TextBody(f"{name}=word&a=1")), Secrets()).request.body == TextBody(
        f"{name}=[scrubbed]&a=1"
    )


def test_a_token_that_looks_like_a_key_goes_and_a_token_of_a_text_stays() -> None:
    of_texts = [
        {"token": " Hello", "logprob": -0.1, "bytes": [72]},
        {"token": "a1b2c3d4e5", "logprob": -0.1, "top_logprobs": []},
        {"token": "bytes:\\xe2\\x80", "text_offset": 1},
        {"token": {"id": 1, "text": "a"}, "tokens": ["a1b2c3", "d"], "token_logprobs": [0.5], "usage": {"tokens": 5}},
    ]
    assert body_of(of_texts) == of_texts
    assert body_of({"token": "tr0ub4dor-and-3"}) == {"token": "[scrubbed]"}
    assert body_of({"token": "word"}) == {"token": "[scrubbed]"}
    assert body_of({"session": "abc123abc123abc1"}) == {"session": "[scrubbed]"}
    session = {"session": {"id": "s1", "model": "small-7b"}}
    assert body_of(session) == session
    event = body_bytes(scrubbed(stream("s", [{"token": "tr0ub4dor-and-3"}]), Secrets()).response.body).splitlines()[0]
    assert json.loads(event[6:]) == {"token": "[scrubbed]"}


def test_the_schema_of_a_tool_keeps_its_arguments_though_they_are_named_as_secrets() -> None:
    schema = {"type": "object", "properties": {"api_key": {"type": "string", "description": "A key.", "minLength": 3}}}
    assert body_of({"tools": [schema]}) == {"tools": [schema]}
    held = {"properties": {"credentials": {"user": "me"}, "password": "word"}}
    assert body_of(held) == {"properties": {"credentials": {"user": "[scrubbed]"}, "password": "[scrubbed]"}}


USAGE = st.dictionaries(
    st.sampled_from(["prompt_tokens", "completion_tokens", "total_tokens", "max_tokens", "reasoning_tokens",
                     "token_count", "token_type", "secret_type", "finish_reason", "next_token"]),
    st.integers() | st.sampled_from(["bearer", "stop", "a1b2c3d4"]),
)  # fmt: skip


@given(USAGE)
def test_what_an_api_counts_is_never_changed(usage: dict[str, Any]) -> None:
    assert body_of({"usage": usage}) == {"usage": usage}


@pytest.mark.parametrize(
    "environment",
    [
        {"AUTH_TYPE": "assistant"},
        {"AUTH_MODE": "messages"},
        {"MONKEY": "completion"},
        {"TOKEN_LIMIT": "16000000"},
        {"DISABLE_AUTH": "disabled"},
        {"CREDENTIALS_PROVIDER": "application/json"},
        {"DB_PASSWORD": "messages"},
        {"SOME_TOKEN": "16000000"},
    ],
)
def test_a_word_of_the_environment_changes_no_recording(environment: dict[str, str]) -> None:
    value = {"messages": [{"role": "assistant", "content": "completion 16000000 disabled"}], "n": 16000000}
    recording = in_request(body=JsonBody(value))
    assert scrubbed(recording, secrets_of(environment)) == recording


def test_a_value_of_words_changes_no_name_of_a_member() -> None:
    secrets = secrets_of({"SOME_TOKEN": "response-format"})
    value = {"response-format": "response-format", "text": '{"response-format": 1}'}
    clean = {"response-format": "[scrubbed]", "text": '{"response-format": 1}'}
    assert body_of(value, secrets) == clean
    event = body_bytes(scrubbed(stream("s", [value]), secrets).response.body).splitlines()[0]
    assert json.loads(event[6:]) == clean


@pytest.mark.parametrize("file", sorted(RECORDINGS.rglob("*.json")), ids=lambda file: file.stem)
def test_recordings_that_are_kept_are_clean(file: Path) -> None:
    recording = read_recording(file.read_bytes(), file.name, operation=file.parent.name, case=file.stem)
    assert scrubbed(recording, Secrets()) == recording
