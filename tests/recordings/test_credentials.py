"""What an exchange shows to be a credential, and what it only seems to."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.recordings.credentials import learnt
from nemogen.recordings.recording import JsonBody
from nemogen.recordings.scrub import scrubbed
from nemogen.recordings.secrets import Secrets
from tests.recordings.test_scrub import in_request


@pytest.mark.parametrize(
    ("header", "value", "body"),
    [
        ("x-session-created", "1766063158", {"created": 1766063158}),
        ("x-openai-session", "1766063158", {"created": 1766063158}),
        ("x-api-key", "1766063158", {"created": 1766063158}),
        ("x-auth-method", "client_credentials", {"grant_type": "client_credentials"}),
        ("x-openai-session", "gpt-4o-mini", {"model": "gpt-4o-mini"}),
        ("x-auth", "mixtral-8x7b-instruct-2024", {"model": "mixtral-8x7b-instruct-2024"}),
        ("cookie", "theme=gpt-4o-mini; tz=Europe/Berlin", {"model": "gpt-4o-mini", "zone": "Europe/Berlin"}),
    ],
)
def test_a_value_that_is_no_credential_is_not_looked_for_elsewhere(header: str, value: str, body: Any) -> None:
    recording = in_request(headers={header: (value,)}, body=JsonBody(body))
    assert scrubbed(recording, Secrets()).request.body == JsonBody(body)


@pytest.mark.parametrize(
    ("header", "value", "credential"),
    [
        ("authorization", "Bearer some-key-of-mine", "some-key-of-mine"),
        ("x-upstream-api-key", "some-key-of-mine", "some-key-of-mine"),
        ("x-app-secret", "12345678901234567890", "12345678901234567890"),
        ("mcp-session-id", "tr0ub4dor-and-3", "tr0ub4dor-and-3"),
        ("cookie", "sid=some-key-of-mine", "some-key-of-mine"),
        ("cookie", "other=tr0ub4dor-and-3", "tr0ub4dor-and-3"),
    ],
)
def test_a_credential_is_known_by_its_name_its_scheme_or_its_look(header: str, value: str, credential: str) -> None:
    assert credential in learnt(Secrets(), [in_request(headers={header: (value,)})]).values


def test_a_token_that_looks_like_a_key_is_looked_for_elsewhere_and_one_of_a_text_is_not() -> None:
    secret = in_request(body=JsonBody({"token": "tr0ub4dor-and-3", "echo": "not tr0ub4dor-and-3"}))
    assert scrubbed(secret, Secrets()).request.body == JsonBody({"token": "[scrubbed]", "echo": "not [scrubbed]"})
    of_text = in_request(body=JsonBody([{"token": "a1b2c3d4e5", "logprob": -0.5}, {"text": "a1b2c3d4e5"}]))
    assert scrubbed(of_text, Secrets()) == of_text
