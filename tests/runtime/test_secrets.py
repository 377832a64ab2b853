"""The key: checked when the client is made, sent with each request, and shown nowhere."""

from __future__ import annotations

import logging
import pickle
import traceback
from typing import Any, ClassVar
from urllib.parse import quote

import pytest

from . import drive
from .drive import COMPLETION, KEY, MESSAGES, MODES, PACKAGE, Mode
from .sample.sample_api import APIError, ConfigurationError, SampleApi
from .sample.sample_api._runtime.settings import Auth, AuthScheme, Settings
from .sample.sample_api.testing import FakeServer, fault, http_response, json_response


def api_with(scheme: AuthScheme, name: str = "", prefix: str = "") -> type[SampleApi]:
    class Other(SampleApi):
        settings: ClassVar[Settings] = Settings(
            package=PACKAGE,
            version="1",
            base_url="http://x",
            auth=Auth(scheme=scheme, env="OTHER_KEY", name=name, prefix=prefix),
        )

    return Other


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (f"{KEY}\n", "newline"),
        (f" {KEY}", "white space"),
        (f"{KEY}\r\nEvil: 1", "newline or another control character"),
        (f"{KEY}\x00", "control character"),
        (f"“{KEY}”", "outside ASCII"),
        (f"Bearer {KEY}", "without"),
    ],
)
def test_a_key_that_cannot_be_sent_is_refused_without_being_shown(key: str, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says) as caught:
        SampleApi(api_key=key)
    assert KEY not in str(caught.value)
    assert KEY not in _locals_of_the_package(caught.value)


def _locals_of_the_package(error: BaseException) -> str:
    """What a traceback that shows local variables would show, the test's own frames left out."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    ours = [frame for frame in frames if frame.f_globals["__name__"].startswith(PACKAGE)]
    assert ours
    return "".join(repr({**frame.f_locals, "self": None}) for frame in ours)


@pytest.mark.parametrize("key", [None, ""])
def test_no_key_is_refused_when_the_client_is_made(key: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMPLE_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="SAMPLE_API_KEY"):
        SampleApi(api_key=key)


def test_the_key_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLE_API_KEY", KEY)
    with FakeServer(json_response(COMPLETION)) as server, SampleApi(base_url=server.url) as api:
        api.chat.completions.create(messages=MESSAGES)
        assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_another_key_can_be_used_with_the_same_connections() -> None:
    with FakeServer(json_response(COMPLETION)) as server, drive.client(server.url) as api:
        api.with_options(api_key="other").chat.completions.create(messages=MESSAGES)
        assert server.requests[0].headers["authorization"] == "Bearer other"


def sent_by(kind: type[SampleApi], key: str) -> Any:
    with FakeServer(json_response({"id": "1", "name": "cup"})) as server, kind(api_key=key, base_url=server.url) as api:
        api.items.retrieve("1")
        return server.requests[0]


def test_a_key_travels_as_the_api_wants_it() -> None:
    assert sent_by(api_with("header", "X-Api-Key"), KEY).headers["x-api-key"] == KEY
    assert sent_by(api_with("header", "Authorization", "Token "), KEY).headers["authorization"] == f"Token {KEY}"
    assert sent_by(api_with("query", "key"), "a&b").path == "/v1/items/1?key=a%26b"
    cookie = sent_by(api_with("cookie", "SID"), "a b;c=d").headers["cookie"]
    assert cookie == "SID=a%20b%3Bc=d"
    with FakeServer(json_response({"id": "1", "name": "cup"})) as server, api_with("none")(base_url=server.url) as api:
        api.items.retrieve("1")
        assert "authorization" not in server.requests[0].headers


FAULTS = {
    "refused_with_the_key_in_the_answer": json_response({"error": {"message": f"bad key {KEY}"}}, 401),
    "error_text_with_the_key": http_response(f"<p>{KEY}</p>", 500, "text/html"),
    "reset": fault("reset"),
    "silence": fault("silence"),
    "cut": fault("cut"),
    "broken_json": http_response('{"id": "' + KEY, content_type="application/json"),
    "redirect": http_response("", 307, location=f"http://elsewhere.test/?key={KEY}"),
    "an_error_with_status_200": json_response({"error": f"bad key {KEY}"}),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", FAULTS)
def test_no_error_log_or_traceback_shows_the_key(case: str, mode: Mode, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with FakeServer(FAULTS[case]) as server:
        error = drive.ask(mode, server.url, {"timeout": 0.2}).failed(APIError)
    ours = "".join(record.getMessage() for record in caplog.records if record.name == PACKAGE)
    for text in (str(error), repr(error), repr(vars(error)), pickle.dumps(error).decode("latin-1"), ours):
        assert KEY not in text
    assert error.__cause__ is None
    if case in ("reset", "silence", "cut"):
        assert error.__context__ is None
        assert KEY not in _locals_of_the_package(error)


@pytest.mark.parametrize("key", [KEY, "a&secret/b"])
def test_a_key_in_the_query_is_in_no_log_and_no_error(key: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with FakeServer(json_response({"error": f"no {key}"}, 500)) as server:
        api = api_with("query", "key")(api_key=key, base_url=server.url, max_retries=0)
        with api, pytest.raises(APIError) as caught:
            api.items.retrieve("1")
        assert server.requests[0].path.endswith(f"?key={quote(key, safe='')}")
    shown = caplog.text + repr(caught.value) + repr(vars(caught.value))
    assert "secret" not in shown.replace("test_secrets", "")


def test_no_repr_shows_the_key() -> None:
    api = drive.client("http://127.0.0.1:1")
    for thing in (api, api._api, api._options, api._options.credentials, vars(api), vars(api._options.credentials)):
        assert KEY not in repr(thing)


def test_requests_and_answers_are_logged_without_secrets_and_bodies(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger=PACKAGE)
    retried = json_response({}, 503, retry_after="0.01")
    with FakeServer(retried, json_response(COMPLETION, set_cookie="s=1")) as server:
        api = drive.client(server.url, max_retries=1, headers={"X-Api-Key": "second"})
        api.chat.completions.create(messages=[{"role": "user", "content": "the prompt"}])
        api.close()
    text = "\n".join(record.getMessage() for record in caplog.records if record.name == PACKAGE)
    assert "request 1: POST http://127.0.0.1" in text
    assert "attempt 1 failed (status 503); retrying in 0.01 s" in text
    assert "response: status 200" in text
    assert "'authorization': '***'" in text
    for secret in (KEY, "second", "s=1", "the prompt", "Hello there"):
        assert secret not in text


@pytest.mark.parametrize(
    "url", ["api.test", "ftp://api.test", "http://", "https://me:pass@api.test", "http://a b", "http://x/?q=1", ""]
)
def test_a_base_url_that_is_none_is_refused_without_its_password(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMPLE_API_BASE_URL", raising=False)
    if url:
        with pytest.raises(ConfigurationError, match="base_url") as caught:
            SampleApi(api_key=KEY, base_url=url)
        assert "pass" not in str(caught.value)
    else:
        assert SampleApi(api_key=KEY, base_url=url).base_url == "https://api.sample.test"


def test_the_base_url_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLE_API_BASE_URL", "http://other.test/v9/")
    assert SampleApi(api_key=KEY).base_url == "http://other.test/v9"
