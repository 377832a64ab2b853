"""Each call carries what its operation asks for, and nothing else."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from .credentials import Depot, basic, call, carried, operation
from .drive import MODES, PACKAGE, Mode
from .sample.sample_api import APIError, AuthenticationError, ConfigurationError, RedirectError
from .sample.sample_api._runtime.credentials import Credentials
from .sample.sample_api._runtime.grants import Grant, carrying
from .sample.sample_api._runtime.http_request import Prepared
from .sample.sample_api.testing import FakeServer, http_response, json_response

FINE = json_response({})
NEW = json_response({}, 401)
KEYS = {"api_key": "key-4711-secret", "app_id": "app 1&2", "sid": "s;1", "token": "token-4711-secret"}
ALL = {**KEYS, "username": "Jürgen", "password": "pässwort 123"}


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "APP_ID", "SID", "TOKEN", "USERNAME", "PASSWORD", "CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.delenv(f"DEPOT_{name}", raising=False)


@pytest.mark.parametrize("mode", MODES)
def test_each_operation_gets_its_own_credentials(mode: Mode) -> None:
    asked: list[tuple[Any, tuple[str, ...]]] = [
        (None, ("x-key: key-4711-secret",)),
        ((), ()),
        (({"key": (), "app": ()},), ("x-key: key-4711-secret", "app_id=app%201%262")),
        (({"basic": ()},), (basic("Jürgen", "pässwort 123"),)),
        (({"session": ()},), ("cookie: SID=s%3B1",)),
        (({"bearer": ()}, {}), ("authorization: Bearer token-4711-secret",)),
        (
            ({"oauth": ()}, {"bearer": (), "session": ()}),
            ("authorization: Bearer token-4711-secret", "cookie: SID=s%3B1"),
        ),
    ]
    with FakeServer(FINE) as server:
        call(mode, ALL, server.url, *(operation(security) for security, _ in asked))
        assert carried(server) == [expected for _, expected in asked]


@pytest.mark.parametrize("mode", MODES)
def test_of_alternatives_the_first_that_is_complete_is_sent(mode: Mode) -> None:
    asked = operation(({"key": (), "app": ()}, {"basic": ()}, {"bearer": ()}))
    with FakeServer(FINE) as server:
        call(mode, {"token": "t", "app_id": "1"}, server.url, asked)
        call(mode, {"token": "t", "username": "u", "password": "p"}, server.url, asked)
        assert carried(server) == [("authorization: Bearer t",), (basic("u", "p"),)]


@pytest.mark.parametrize("mode", MODES)
def test_an_optional_credential_is_sent_where_there_is_one(mode: Mode) -> None:
    asked = operation(({"bearer": ()}, {}))
    with FakeServer(FINE) as server:
        call(mode, {"api_key": "k"}, server.url, asked)
        call(mode, {"api_key": "k", "token": "t"}, server.url, asked)
        assert carried(server) == [(), ("authorization: Bearer t",)]


@pytest.mark.parametrize("mode", MODES)
def test_what_is_missing_for_an_operation_is_named_before_anything_is_sent(mode: Mode) -> None:
    asked = operation(({"basic": ()}, {"key": (), "app": ()}))
    with FakeServer(FINE) as server, pytest.raises(ConfigurationError) as caught:
        call(mode, {"token": "t"}, server.url, asked)
    assert "x.call needs a credential" in str(caught.value)
    assert "username and password" in str(caught.value)
    assert "api_key and app_id" in str(caught.value)
    assert "DEPOT_USERNAME and DEPOT_PASSWORD" in str(caught.value)
    assert server.requests == []


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({}, "pass api_key, or set the environment variable DEPOT_API_KEY"),
        ({"username": "me"}, "pass password, or set the environment variable DEPOT_PASSWORD"),
        ({"password": "p"}, "pass username"),
        ({"username": "a:b", "password": "p"}, "username contains a colon"),
        ({"username": "me", "password": "p\n"}, "password contains a newline"),
        ({"client_id": "me"}, "pass client_secret"),
        ({"app_id": "1\x00"}, "app_id contains a newline or another control character"),
        ({"api_key": " k"}, "api_key begins or ends with white space"),
    ],
)
def test_what_cannot_work_is_refused_when_the_client_is_made(keys: dict[str, str], says: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Depot(keys)
    assert says in str(caught.value)


def test_credentials_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEPOT_USERNAME", "u")
    monkeypatch.setenv("DEPOT_PASSWORD", "p")
    with FakeServer(FINE) as server:
        call("sync", {}, server.url, operation(({"basic": ()},)))
        call("sync", {"password": "other"}, server.url, operation(({"basic": ()},)))
        assert carried(server) == [(basic("u", "p"),), (basic("u", "other"),)]
    monkeypatch.setenv("DEPOT_PASSWORD", "p\n")
    with pytest.raises(ConfigurationError, match="the environment variable DEPOT_PASSWORD contains a newline"):
        Depot({})


def test_a_copy_may_have_another_key_and_keeps_the_rest() -> None:
    with FakeServer(FINE) as server, Depot(ALL, base_url=server.url) as api:
        copy = api._copy({"api_key": "other", "app_id": None})
        for each in (copy, api):
            each._api.call(operation(({"key": (), "session": ()},)))
        assert carried(server) == [
            ("cookie: SID=s%3B1", "x-key: other"),
            ("cookie: SID=s%3B1", "x-key: key-4711-secret"),
        ]


@pytest.mark.parametrize("mode", MODES)
def test_two_clients_keep_their_keys_apart(mode: Mode) -> None:
    with FakeServer(FINE) as server:
        for key in ("one", "two", "one"):
            call(mode, {"api_key": key}, server.url, operation())
        assert carried(server) == [("x-key: one",), ("x-key: two",), ("x-key: one",)]


def test_what_the_caller_sets_for_one_call_stays_as_it_is() -> None:
    with FakeServer(FINE) as server, Depot(ALL, base_url=server.url, headers={"X-Key": "of all calls"}) as api:
        security = ({"key": (), "app": ()},)
        api._api.call(operation(security), extra_headers={"X-Key": "own"}, extra_query={"app_id": "7"})
        api._api.call(operation(security))
        assert carried(server) == [("x-key: own", "app_id=7"), ("x-key: key-4711-secret", "app_id=app%201%262")]


@pytest.mark.parametrize("mode", MODES)
def test_a_function_gives_a_key_for_each_request(mode: Mode) -> None:
    keys = iter(["first", "second", "third"])

    def current() -> str:
        return next(keys)

    async def current_async() -> str:
        return next(keys)

    given = {"api_key": current if mode == "sync" else current_async}
    with FakeServer(json_response({}, 503, retry_after="0.01"), FINE) as server:
        call(mode, given, server.url, operation(), operation(()), operation(), max_retries=1)
        assert carried(server) == [("x-key: first",), ("x-key: second",), (), ("x-key: third",)]


@pytest.mark.parametrize("mode", MODES)
def test_a_key_that_is_refused_is_asked_for_once_more(mode: Mode) -> None:
    keys = iter(["old", "new", "newer", "newest"])
    with FakeServer(NEW, FINE, NEW, NEW, FINE) as server:
        api_key = lambda: next(keys)  # noqa: E731
        call(mode, {"api_key": api_key}, server.url, operation())
        with pytest.raises(AuthenticationError):
            call(mode, {"api_key": api_key}, server.url, operation())
        assert [each[0] for each in carried(server)] == [f"x-key: {key}" for key in ("old", "new", "newer", "newest")]
    with FakeServer(NEW) as server, pytest.raises(AuthenticationError):
        call(mode, {"api_key": lambda: "the same"}, server.url, operation())
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
def test_what_a_function_raises_is_the_callers_own(mode: Mode) -> None:
    def broken() -> str:
        raise LookupError("the safe is locked")

    with FakeServer(FINE) as server, pytest.raises(LookupError, match="locked"):
        call(mode, {"api_key": broken}, server.url, operation(), max_retries=2, timeout=5)
    assert server.requests == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("value", "says"), [("", "is empty"), (None, "not a text"), ("k\n", "newline"), (7, "text")])
def test_what_a_function_gives_is_checked_as_a_key_is(value: Any, says: str, mode: Mode) -> None:
    with (
        FakeServer(FINE) as server,
        pytest.raises(ConfigurationError, match=rf"value that api_key\(\) returned .*{says}"),
    ):
        call(mode, {"api_key": lambda: value}, server.url, operation())
    assert server.requests == []


def test_a_coroutine_function_needs_the_async_client() -> None:
    async def key() -> str:
        return "k"

    with FakeServer(FINE) as server, pytest.raises(ConfigurationError, match="needs the async client"):
        call("sync", {"api_key": key}, server.url, operation())


@pytest.mark.parametrize("mode", MODES)
def test_no_credential_follows_a_redirect_elsewhere(mode: Mode) -> None:
    with FakeServer(FINE) as other, FakeServer(http_response("", 307, location=f"{other.url}/y")) as server:
        with pytest.raises(RedirectError):
            call(mode, ALL, server.url, operation(({"key": (), "app": (), "session": (), "basic": ()},)))
        assert other.requests == []


@pytest.mark.parametrize("mode", MODES)
def test_a_redirect_within_the_origin_carries_each_credential_once(mode: Mode) -> None:
    with FakeServer(http_response("", 307, location="/y?app_id=app%201%262&z=1"), FINE) as server:
        call(mode, ALL, server.url, operation(({"key": (), "app": ()},)))
        assert server.requests[1].path == "/y?app_id=app%201%262&z=1"
        assert server.requests[1].headers["x-key"] == KEYS["api_key"]


def test_an_address_of_another_origin_gets_no_credential() -> None:
    """As of a link to a next page: what makes the request names the address, and the origin decides."""
    credentials = Credentials(Depot.settings, ALL)
    grant = Grant(credentials.choose(({"key": (), "app": ()},), "x"), "https://depot.test/v1")
    sent = {
        url: carrying(Prepared(method="GET", url=url, headers={}), grant)
        for url in (
            "https://depot.test:443/v1/x?page=2",
            "https://DEPOT.test/x",
            "http://depot.test/x",
            "https://depot.test:444/x",
            "https://depot.test.evil.test/x",
            "https://depot.test@evil.test/x",
        )
    }
    carries = [bool(each.headers) and "app_id=" in each.url for each in sent.values()]
    assert carries == [True, True, False, False, False, False]


@pytest.mark.parametrize("mode", MODES)
def test_no_error_and_no_log_shows_any_credential(mode: Mode, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger=PACKAGE)
    password = "pass word 4711"
    given = {**KEYS, "app_id": "app-id-4711", "username": "me", "password": password, "sid": lambda: "sid-of-4711"}
    reported = " ".join([*KEYS.values(), password, basic("me", password), "app-id-4711", "sid-of-4711"])
    asked = operation(({"key": (), "app": (), "session": (), "basic": ()},))
    with FakeServer(json_response({"error": {"message": reported}}, 400)) as server, pytest.raises(APIError) as caught:
        call(mode, given, server.url, asked)
    assert len(server.requests) == 1
    shown = f"{caught.value} {vars(caught.value)!r} {caplog.text}"
    for secret in (KEYS["api_key"], KEYS["token"], "app-id-4711", "sid-of-4711", password, basic("me", password)[21:]):
        assert secret not in shown
