"""Secrets in disguise: encoded, in forms, in numbers, in JSON inside of a text, cut into tokens, echoed."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.errors import RecordingError
from nemogen.recordings.recording import BinaryBody, JsonBody, Recording, TextBody, body_bytes, write_recording
from nemogen.recordings.scrub import scrubbed
from nemogen.recordings.secrets import Secrets, secrets_of
from tests.recordings.samples import CHUNKS, stream
from tests.recordings.test_scrub import RANDOM, in_request, in_response

KEY = "plain/key-for+the-api"
SECRETS = secrets_of({}, values=[KEY], accounts=["4711000815", "acct_12345"])
FORM_TYPE = {"content-type": ("application/x-www-form-urlencoded",)}


@given(st.text("abcdefgh:-", max_size=7), st.text("abcdefgh", max_size=7), st.booleans())
def test_a_secret_goes_from_base64_wherever_it_begins_there(before: str, behind: str, is_url_safe: bool) -> None:
    encode = base64.urlsafe_b64encode if is_url_safe else base64.b64encode
    coded = encode((before + KEY + behind).encode()).decode()
    clean = scrubbed(in_response(JsonBody({"id": f"Basic {coded}"})), SECRETS).response.body
    assert isinstance(clean, JsonBody)
    whole = base64.b64encode(b"\0" * (len(before) % 3) + KEY.encode()).decode().rstrip("=")
    core = whole[4:-2].translate(str.maketrans("+/", "-_")) if is_url_safe else whole[4:-2]
    assert core not in clean.value["id"]
    assert "[scrubbed]" in clean.value["id"]


@pytest.mark.parametrize(
    "spelt",
    [
        "plain%2fkey-for%2bthe-api",
        "plain\\/key-for+the-api",
        "plain&#x2F;key-for+the-api",
        "plain%252Fkey-for%252Bthe-api",
    ],
)
def test_a_secret_goes_in_the_spellings_of_other_languages(spelt: str) -> None:
    clean = scrubbed(in_response(TextBody(f"see {spelt}!")), SECRETS)
    assert clean.response.body == TextBody("see [scrubbed]!")


def test_a_form_is_scrubbed_by_the_names_of_its_fields() -> None:
    body = TextBody("client_secret=word&q=a+b&password=two+words&q=%5B1%5D")
    clean = scrubbed(in_request(headers=FORM_TYPE, body=body), Secrets())
    assert clean.request.body == TextBody("client_secret=%5Bscrubbed%5D&q=a+b&password=%5Bscrubbed%5D&q=%5B1%5D")


@pytest.mark.parametrize("tail", [b"", b"\xff"])
def test_a_multipart_body_is_scrubbed_by_the_names_of_its_fields(tail: bytes) -> None:
    parts = (
        b'--b\r\ncontent-disposition: form-data; name="api_key"\r\n\r\nword\r\n'
        b'--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: x/y\r\n\r\nfree' + tail
    )
    raw = parts + b"\r\n--b--\r\n"
    body = BinaryBody(raw) if tail else TextBody(raw.decode())
    clean = scrubbed(in_request(headers={"content-type": ("multipart/form-data; boundary=b",)}, body=body), Secrets())
    assert body_bytes(clean.request.body) == raw.replace(b"\r\n\r\nword\r\n", b"\r\n\r\n[scrubbed]\r\n")


@pytest.mark.parametrize(
    "boundary",
    [
        "8bfb3474457145fca173a14019b713d6",
        "----WebKitFormBoundary7MA4YWxkTrZu0gW",
        "------------------------d74496d669588",
    ],
)
def test_the_boundary_of_a_multipart_body_is_no_secret_and_another_random_word_still_is(boundary: str) -> None:
    def sent(value: str, boundary_sent: str = boundary) -> Recording:
        part = f'--{boundary}\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n{value}'
        headers = {"content-type": (f"multipart/form-data; boundary={boundary_sent}",)}
        return in_request(headers=headers, body=TextBody(f"{part}\r\n--{boundary}--\r\n"))

    assert scrubbed(sent("abc"), Secrets()) == sent("abc")
    for other in (sent(RANDOM), sent(f"{boundary}{RANDOM}"), sent("abc", RANDOM)):
        with pytest.raises(RecordingError, match="looks like a secret"):
            scrubbed(other, Secrets())


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ('{"password": "two words", "n": 1}', '{"password": "[scrubbed]", "n": 1}'),
        ('{\\"api_key\\": \\"a\\", \\"b\\": \\"c\\"}', '{\\"api_key\\": \\"[scrubbed]\\", \\"b\\": \\"c\\"}'),
        ('{"password": "a\\"b", "n": "c"}', '{"password": "[scrubbed]", "n": "c"}'),
        ("{'clientSecret':'x'}", "{'clientSecret':'[scrubbed]'}"),
        (
            "https://x.test/?access_token=abc&a=1#id_token=d",
            "https://x.test/?access_token=[scrubbed]&a=1#id_token=[scrubbed]",
        ),
        ("git clone https://plainword@host/x", "git clone https://[scrubbed]@host/x"),
        ("https://some:one@host", "https://[scrubbed]@host"),
        ("sent Basic dTpw", "sent Basic [scrubbed]"),
        ("whsec_" + "a1B2" * 8, "[scrubbed]"),
    ],
)
def test_a_secret_goes_from_a_text_that_names_it(text: str, reported: str) -> None:
    clean = scrubbed(in_response(JsonBody({"arguments": text})), Secrets())
    assert clean.response.body == JsonBody({"arguments": reported})


def test_names_of_the_settings_count_inside_of_texts_too() -> None:
    clean = scrubbed(in_response(JsonBody({"t": '{"ownWord": "x"}'})), Secrets(keys=frozenset({"own-word"})))
    assert clean.response.body == JsonBody({"t": '{"ownWord": "[scrubbed]"}'})


def test_a_number_that_is_an_account_or_stands_under_a_secret_name_becomes_nought() -> None:
    value = {"account": 4711000815, "password": 1234, "secret": {"pin": 5.5, "on": True}, "total": 7, "rest": None}
    clean = {"account": 0, "password": 0, "secret": {"pin": 0, "on": True}, "total": 7, "rest": None}
    assert scrubbed(in_response(JsonBody(value)), SECRETS).response.body == JsonBody(clean)
    event = body_bytes(scrubbed(stream("s", [value]), SECRETS).response.body).splitlines()[0]
    assert json.loads(event[6:]) == clean


def test_names_of_parameters_and_headers_are_scrubbed_too() -> None:
    clean = scrubbed(in_request(query={"acct_12345": ("",)}, headers={"x-acct_12345": ("1",)}), SECRETS)
    assert clean.request.query == {"[account]": ("",)}
    assert clean.request.headers == {"x-[account]": ("1",)}


def test_a_secret_goes_though_it_comes_as_tokens() -> None:
    tokens = [{"token": part, "bytes": list(part.encode())} for part in ("My ", KEY[:6], KEY[6:11], KEY[11:], " is")]
    for recording in (in_response(JsonBody({"logs": tokens})), stream("s", [{**CHUNKS[0], "logs": tokens}])):
        content = write_recording(scrubbed(recording, SECRETS)).decode()
        assert KEY[6:11] not in content
        assert KEY[11:] not in content
        assert ", ".join(map(str, KEY[6:11].encode())) not in " ".join(content.split())


def test_a_secret_goes_though_two_choices_come_in_turn() -> None:
    def chunk(index: int, text: str) -> dict[str, Any]:
        return {"choices": [{"index": index, "delta": {"text": text}}]}

    form = "sk-proj-A1b2C3d4E5f6G7h8I9j0"
    for secret in (KEY, form):
        parts = [secret[:6], secret[6:12], secret[12:]]
        chunks = [each for part in parts for each in (chunk(0, part), chunk(1, "Hello "))]
        events = body_bytes(scrubbed(stream("s", chunks), SECRETS).response.body).splitlines()
        values = [json.loads(line[6:])["choices"][0] for line in events if line[:7] == b"data: {"]
        for index, text in ((0, "[scrubbed]"), (1, "Hello Hello Hello ")):
            assert "".join(each["delta"]["text"] for each in values if each["index"] == index) == text


@pytest.mark.parametrize(
    ("header", "echo"),
    [
        (("authorization", "Bearer wordy-credential"), "wordy-credential"),
        (("authorization", "Basic d29yZHk6Y3JlZGVudGlhbDE="), "credential1"),
        (("x-api-key", "wordy-credential"), "wordy-credential"),
        (("cookie", "lang=en; sid=wordy-credential"), "wordy-credential"),
    ],
)
def test_what_the_exchange_itself_shows_to_be_a_credential_goes_wherever_it_stands(
    header: tuple[str, str], echo: str
) -> None:
    recording = in_request(headers={header[0]: (header[1],)}, body=JsonBody({"note": f"I am {echo}"}))
    assert scrubbed(recording, Secrets()).request.body == JsonBody({"note": "I am [scrubbed]"})


def test_an_ordinary_word_under_a_secret_name_does_not_go_from_everywhere() -> None:
    recording = in_request(headers={"x-auth-kind": ("application",)}, body=JsonBody({"note": "an application"}))
    assert scrubbed(recording, Secrets()).request.body == JsonBody({"note": "an application"})


def test_the_environment_tells_secrets_by_more_names_and_in_addresses() -> None:
    environment = {
        "DB_PASS": "first-value",
        "MYSQL_PWD": "second-value",
        "PWD": "/home/someone/work",
        "GITHUB_PAT": "third-value",
        "API_KEY2": "fourth-value",
        "DATABASE_URL": "postgres://user:fifth-value@host/db",
        "SSH_AUTH_SOCK": "/tmp/ssh/agent",
    }
    assert set(secrets_of(environment).values) == {
        f"{nth}-value" for nth in ("first", "second", "third", "fourth", "fifth")
    }


def test_a_key_that_is_given_counts_though_it_is_short() -> None:
    assert secrets_of({"X_TOKEN": "abc12"}, values=["xyz98", "any"]).values == ("xyz98",)


AGAIN_AND_AGAIN = """
from nemogen.recordings.secrets import Secrets
for chunk in ("sk-", "tokentoken.", '"password": "', "https://a:", "Basic ", "?token", "eyJ."):
    Secrets().clean(chunk * 20_000)
"""


def test_a_text_that_begins_like_a_secret_again_and_again_is_read_to_its_end() -> None:
    assert subprocess.run([sys.executable, "-c", AGAIN_AND_AGAIN], check=False, timeout=20).returncode == 0
