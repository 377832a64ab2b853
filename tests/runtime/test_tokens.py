"""Tokens by client credentials: fetched once for all, replaced in time, and never sent elsewhere."""

from __future__ import annotations

import asyncio
import base64
import io
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from .credentials import (
    AUTH,
    MACHINE,
    TOKEN_SECURITY,
    AsyncDepot,
    Depot,
    async_depot,
    call,
    operation,
    settings,
    stream_operation,
)
from .drive import MODES, Mode
from .sample.sample_api import APIConnectionError, APITimeoutError, AuthenticationError, Timeout
from .sample.sample_api._runtime.tokens import endpoint
from .sample.sample_api.testing import (
    HOLD,
    FakeServer,
    Request,
    Response,
    fault,
    http_response,
    json_response,
    stream_response,
)

FINE = json_response({})
REFUSED = json_response({"message": "token?"}, 401)
ASKED = operation(TOKEN_SECURITY)
RUNTIME_PARENT = Path(__file__).parents[2]


def token(value: str, **more: Any) -> Response:
    return json_response({"access_token": value, "token_type": "bearer", **more})


def granting(*answers: Response) -> FakeServer:
    """A server whose token endpoint answers so."""
    server = FakeServer(FINE)
    server.will_grant(*answers)
    return server


def tokens_of(server: FakeServer) -> list[str]:
    return [request.headers.get("authorization", "") for request in server.requests]


def form_of(request: Request) -> dict[str, list[str]]:
    return parse_qs(request.body.decode())


@pytest.mark.parametrize("mode", MODES)
def test_a_token_is_fetched_once_and_used_until_it_is_to_be_replaced(mode: Mode) -> None:
    with FakeServer(FINE) as server:
        server.will_grant(token("first", expires_in=3600), token("second"))
        call(mode, MACHINE, server.url, ASKED, ASKED, operation(()), ASKED)
        assert tokens_of(server) == ["Bearer first", "Bearer first", "", "Bearer first"]
        (request,) = server.token_requests
    assert (request.method, request.path) == ("POST", "/oauth/token")
    assert form_of(request) == {"grant_type": ["client_credentials"], "scope": ["read"]}
    pair = base64.b64decode(request.headers["authorization"].removeprefix("Basic "))
    assert pair == b"machine:secret-of-the-machine"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("lifetime", [0, -5, "0"])
def test_a_token_that_is_over_at_once_serves_the_call_that_fetched_it(mode: Mode, lifetime: Any) -> None:
    with FakeServer(FINE) as server:
        server.will_grant(token("a", expires_in=lifetime), token("b", expires_in=lifetime))
        call(mode, MACHINE, server.url, ASKED, ASKED)
        assert tokens_of(server) == ["Bearer a", "Bearer b"]


@pytest.mark.parametrize("lifetime", [{}, {"expires_in": None}, {"expires_in": "soon"}, {"expires_in": True},
                                      {"expires_in": [1]}, {"expires_in": 1e400}])  # fmt: skip
def test_a_token_whose_end_is_not_known_is_used_until_it_is_refused(lifetime: dict[str, Any]) -> None:
    with FakeServer(FINE, FINE, REFUSED, FINE) as server:
        server.will_grant(token("a", **lifetime), token("b"))
        call("sync", MACHINE, server.url, ASKED, ASKED, ASKED)
        assert tokens_of(server) == ["Bearer a", "Bearer a", "Bearer a", "Bearer b"]


@pytest.mark.parametrize("mode", MODES)
def test_a_token_is_replaced_before_it_expires(mode: Mode) -> None:
    with FakeServer(FINE) as server:
        server.will_grant(token("a", expires_in=0.4), token("b", expires_in=60))
        if mode == "sync":
            with Depot(MACHINE, base_url=server.url) as api:
                api._api.call(ASKED)
                time.sleep(0.4)
                api._api.call(ASKED)
        else:

            async def main() -> None:
                async with async_depot(MACHINE, server.url, mode) as api:
                    await api._api.call(ASKED)
                    await asyncio.sleep(0.4)
                    await api._api.call(ASKED)

            asyncio.run(main())
        assert tokens_of(server) == ["Bearer a", "Bearer b"]


@pytest.mark.parametrize("mode", MODES)
def test_a_token_of_more_scopes_serves_an_operation_of_fewer(mode: Mode) -> None:
    asked = [operation(({"oauth": scopes},)) for scopes in (("read",), ("write", "read"), ("write",), ("read",), ())]
    with FakeServer(FINE) as server:
        call(mode, MACHINE, server.url, *asked)
        assert [form_of(each)["scope"] for each in server.token_requests] == [["read"], ["write read"]]
        assert tokens_of(server) == ["Bearer fake-token-1", *["Bearer fake-token-2"] * 4]


@pytest.mark.parametrize("mode", MODES)
def test_after_a_401_a_token_is_fetched_once_more_and_no_retry_is_spent(mode: Mode) -> None:
    with FakeServer(REFUSED, json_response({}, 503, retry_after="0.01"), FINE) as server:
        call(mode, MACHINE, server.url, ASKED, max_retries=1)
        assert tokens_of(server) == ["Bearer fake-token-1", "Bearer fake-token-2", "Bearer fake-token-2"]
    with FakeServer(REFUSED) as server, pytest.raises(AuthenticationError, match=r"token\?"):
        call(mode, MACHINE, server.url, ASKED, max_retries=2)
    assert len(server.requests) == len(server.token_requests) == 2


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_that_is_refused_when_it_is_opened_is_opened_again(mode: Mode) -> None:
    asked = stream_operation(TOKEN_SECURITY)
    with FakeServer(REFUSED, stream_response([{"a": 1}])) as server:
        assert read_stream(mode, server, asked) == [{"a": 1}]
        assert tokens_of(server) == ["Bearer fake-token-1", "Bearer fake-token-2"]


@pytest.mark.parametrize("mode", MODES)
def test_a_token_that_expires_in_a_stream_leaves_it_alone(mode: Mode) -> None:
    with FakeServer(stream_response([{"a": 1}, {"a": 2}, {"a": 3}], pause=0.15)) as server:
        server.will_grant(token("short", expires_in=0.2), token("next"))
        assert read_stream(mode, server, stream_operation(TOKEN_SECURITY)) == [{"a": 1}, {"a": 2}, {"a": 3}]
        assert len(server.token_requests) == 1


def read_stream(mode: Mode, server: FakeServer, asked: Any) -> list[Any]:
    if mode == "sync":
        with Depot(MACHINE, base_url=server.url) as api:
            return list(api._api.open_stream(asked))

    async def main() -> list[Any]:
        async with async_depot(MACHINE, server.url, mode) as api:
            return [chunk async for chunk in await api._api.open_stream(asked)]

    return asyncio.run(main())


class Once(io.RawIOBase):
    """A body that can be read once only, and that comes in more than the one piece that is kept."""

    def __init__(self) -> None:
        self._left = [b"more", b"content"]

    def readable(self) -> bool:
        return True

    def read(self, _: int = -1) -> bytes:
        return self._left.pop() if self._left else b""


@pytest.mark.parametrize(("status", "tokens"), [(401, 1), (503, 1), (307, 1)])
def test_a_body_that_cannot_be_read_again_is_not_sent_again(status: int, tokens: int) -> None:
    asked = operation(TOKEN_SECURITY, "PUT", body_kind="multipart", files=("file",))
    with (
        FakeServer(http_response("", status, location="/y"), FINE) as server,
        Depot(MACHINE, base_url=server.url) as api,
    ):
        with pytest.raises(Exception, match=str(status)):
            api._api.call(asked, body={"file": ("name", Once())})
        assert len(server.requests) == 1
        assert len(server.token_requests) == tokens
    with FakeServer(REFUSED, FINE) as server, Depot(MACHINE, base_url=server.url) as api:
        api._api.call(asked, body={"file": io.BytesIO(b"content")})
        assert [b"content" in request.body for request in server.requests] == [True, True]


def slow_token(value: str) -> Callable[[Request], Response]:
    def respond(_: Request) -> Response:
        return Response((0.2, *token(value, expires_in=60).steps))

    return respond


def needs(value: str) -> Callable[[Request], Response]:
    return lambda request: FINE if request.headers["authorization"] == f"Bearer {value}" else REFUSED


def test_fifty_threads_ask_for_one_token_and_for_one_that_replaces_it() -> None:
    with FakeServer(needs("a")) as server, Depot(MACHINE, base_url=server.url) as api, ThreadPoolExecutor(50) as pool:
        server.will_grant(slow_token("a"), slow_token("b"))
        begin = threading.Barrier(50)

        def one(_: int) -> None:
            begin.wait()
            api._api.call(ASKED)

        list(pool.map(one, range(50)))
        assert len(server.token_requests) == 1
        server.will_respond(needs("b"))
        list(pool.map(one, range(50)))
        assert len(server.token_requests) == 2
        assert len(server.requests) <= 150


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "sync"])
def test_fifty_tasks_ask_for_one_token_and_for_one_that_replaces_it(mode: Mode) -> None:
    async def main() -> None:
        async with async_depot(MACHINE, server.url, mode) as api:
            await asyncio.gather(*(api._api.call(ASKED) for _ in range(50)))
            assert len(server.token_requests) == 1
            server.will_respond(needs("b"))
            await asyncio.gather(*(api._api.call(ASKED) for _ in range(50)))
            assert len(server.token_requests) == 2

    with FakeServer(needs("a")) as server:
        server.will_grant(slow_token("a"), slow_token("b"))
        asyncio.run(main())


def test_tasks_of_several_event_loops_ask_for_one_token() -> None:
    with FakeServer(FINE) as server, ThreadPoolExecutor(5) as pool:
        server.will_grant(slow_token("a"), token("b"))
        api = AsyncDepot(MACHINE, base_url=server.url)
        begin = threading.Barrier(5)

        async def main() -> None:
            begin.wait()
            await asyncio.gather(*(api._api.call(ASKED) for _ in range(10)))

        list(pool.map(lambda _: asyncio.run(main()), range(5)))
        assert len(server.token_requests) == 1
        assert tokens_of(server) == ["Bearer a"] * 50


def test_tasks_of_trio_ask_for_one_token() -> None:
    trio = pytest.importorskip("trio")
    with FakeServer(FINE) as server:
        server.will_grant(slow_token("a"), token("b"))

        async def main() -> None:
            async with AsyncDepot(MACHINE, base_url=server.url) as api, trio.open_nursery() as nursery:
                for _ in range(10):
                    nursery.start_soon(api._api.call, ASKED)

        trio.run(main)
        assert len(server.token_requests) == 1


def test_a_task_that_is_cancelled_while_it_fetches_leaves_it_to_another() -> None:
    async def main() -> None:
        async with AsyncDepot(MACHINE, base_url=server.url) as api:
            first = asyncio.create_task(api._api.call(ASKED))
            while not server.token_requests:
                await asyncio.sleep(0.01)
            others = [asyncio.create_task(api._api.call(ASKED)) for _ in range(5)]
            await asyncio.sleep(0.05)
            first.cancel()
            await asyncio.gather(*others)

    with FakeServer(FINE) as server:
        server.will_grant(Response((HOLD,)), token("b"))
        asyncio.run(main())
        assert len(server.token_requests) == 2
        assert tokens_of(server) == ["Bearer b"] * 5


FORK = """
import os, sys, threading
sys.path.insert(0, ROOT)
from tests.runtime.credentials import MACHINE, TOKEN_SECURITY, Depot, operation

asked = operation(TOKEN_SECURITY)
api = Depot(MACHINE, base_url=sys.argv[1], timeout=10)
api._api.call(operation(()))  # what is imported later would be locked in the child
thread = threading.Thread(target=api._api.call, args=(asked,))
thread.start()
while not api._options.credentials._known["oauth"].tokens._desk().flights:
    pass
child = os.fork()
if not child:
    api._api.call(asked)
    os._exit(0)
thread.join()
print(os.waitpid(child, 0)[1])
"""


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="this system has no fork")
def test_a_child_that_is_forked_while_a_token_is_fetched_fetches_its_own() -> None:
    with FakeServer(FINE) as server:
        server.will_grant(slow_token("a"), token("b"))
        code = FORK.replace("ROOT", repr(str(RUNTIME_PARENT)))
        done = subprocess.run(
            [sys.executable, "-c", code, server.url], capture_output=True, text=True, timeout=60, check=False
        )
        assert (done.stdout, done.returncode) == ("0\n", 0), done.stderr
        assert sorted(tokens_of(server)) == ["", "Bearer a", "Bearer b"]


@pytest.mark.parametrize("mode", MODES)
def test_the_words_of_the_endpoint_are_the_error(mode: Mode) -> None:
    said = json_response({"error": "invalid_scope", "error_description": "read is not yours"}, 400)
    with granting(said) as server, pytest.raises(AuthenticationError) as caught:
        call(mode, MACHINE, server.url, ASKED)
    error = caught.value
    assert "the token endpoint" in str(error)
    assert "invalid_scope: read is not yours" in str(error)
    assert (error.status, error.code, error.api_message) == (400, "invalid_scope", "read is not yours")
    assert server.requests == []
    assert len(server.token_requests) == 1


@pytest.mark.parametrize("mode", MODES)
def test_fifty_callers_share_what_the_endpoint_says(mode: Mode) -> None:
    def refuse(_: Request) -> Response:
        return Response((0.3, *json_response({"error": "unauthorized_client"}, 400).steps))

    if mode == "sync":
        with FakeServer(FINE) as server, Depot(MACHINE, base_url=server.url) as api, ThreadPoolExecutor(50) as pool:
            server.will_grant(refuse)
            found: list[Any] = [pool.submit(api._api.call, ASKED) for _ in range(50)]
            errors = [each.exception() for each in found]
    else:

        async def main() -> list[Any]:
            async with async_depot(MACHINE, server.url, mode) as api:
                return await asyncio.gather(*(api._api.call(ASKED) for _ in range(50)), return_exceptions=True)

        with FakeServer(FINE) as server:
            server.will_grant(refuse)
            errors = asyncio.run(main())
    assert {type(error) for error in errors} == {AuthenticationError}
    assert len({id(error) for error in errors}) == 50
    assert len(server.token_requests) < 25


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("granted", "says"),
    [
        (http_response("<html>login</html>", content_type="text/html"), "contains no access token"),
        (json_response([1]), "contains no access token"),
        (json_response({"access_token": 7}), "contains no access token"),
        (json_response({"access_token": "a\r\nEvil: 1"}), "contains no access token"),
        (json_response({"access_token": "token-of-no-use", "token_type": "mac"}), "not a bearer token"),
        (json_response({"error": "odd"}), "odd"),
        (http_response("", 302, location="https://evil.test/"), "redirects elsewhere"),
        (http_response("no", 403), "status 403"),
    ],
)
def test_what_is_no_token_is_an_authentication_error(granted: Response, says: str, mode: Mode) -> None:
    with granting(granted) as server, pytest.raises(AuthenticationError, match=says) as caught:
        call(mode, MACHINE, server.url, ASKED)
    assert server.requests == []
    assert "token-of-no-use" not in repr(vars(caught.value))


@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_fails_for_a_moment_is_asked_again(mode: Mode) -> None:
    post = operation(TOKEN_SECURITY, "POST")
    for failing in (json_response({}, 503, retry_after="0.01"), fault("reset")):
        with FakeServer(FINE) as server:
            server.will_grant(failing, token("a"))
            call(mode, MACHINE, server.url, post, max_retries=1)
            assert tokens_of(server) == ["Bearer a"]
            assert len(server.token_requests) == 2


@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_is_silent_ends_in_a_timeout(mode: Mode) -> None:
    for timeout, step in ((Timeout(read=0.1), "read"), (Timeout(total=0.1), "total")):
        with (
            granting(fault("silence")) as server,
            pytest.raises(APITimeoutError, match="could not fetch a token") as caught,
        ):
            call(mode, MACHINE, server.url, ASKED, timeout=timeout)
        assert caught.value.step == step
        assert not caught.value.sent


@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_takes_the_secret_in_the_body_alone_is_found_out_once(mode: Mode) -> None:
    def respond(request: Request) -> Response:
        if form_of(request).get("client_secret") == ["secret-of-the-machine"]:
            return token("a", expires_in=0)
        return json_response({"error": "invalid_client"}, 401)

    with FakeServer(FINE) as server:
        server.will_grant(respond)
        call(mode, MACHINE, server.url, ASKED, ASKED)
        assert ["authorization" in each.headers for each in server.token_requests] == [True, False, False]


@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_no_longer_takes_the_secret_in_the_body_gets_it_in_the_header_again(mode: Mode) -> None:
    asked: list[bool] = []

    def respond(request: Request) -> Response:
        in_body = "client_secret" in form_of(request)
        asked.append(in_body)
        takes_body = len(asked) <= 2
        return token("a", expires_in=0) if in_body == takes_body else json_response({"error": "invalid_client"}, 401)

    with FakeServer(FINE) as server:
        server.will_grant(respond)
        call(mode, MACHINE, server.url, ASKED, ASKED, ASKED)
    assert asked == [False, True, True, False, False]


@pytest.mark.parametrize("mode", MODES)
def test_a_secret_may_come_from_a_function(mode: Mode) -> None:
    async def secret() -> str:
        return "of the hour"

    given = {"client_id": "machine", "client_secret": (lambda: "of the hour") if mode == "sync" else secret}
    with FakeServer(FINE) as server:
        call(mode, given, server.url, ASKED)
        pair = base64.b64decode(server.token_requests[0].headers["authorization"].removeprefix("Basic "))
        assert pair == b"machine:of%20the%20hour"


@pytest.mark.parametrize("mode", MODES)
def test_no_error_shows_a_token_or_the_secret(mode: Mode) -> None:
    with FakeServer(json_response({"message": "no token-of-the-day 4711"}, 403)) as server:
        server.will_grant(token("token-of-the-day"))
        with pytest.raises(Exception, match=r"no \*\*\* 4711"):
            call(mode, MACHINE, server.url, ASKED)
    with FakeServer(FINE) as server:
        server.will_grant(json_response({"error": "x", "error_description": "secret-of-the-machine is wrong"}, 400))
        with pytest.raises(AuthenticationError, match=r"x: \*\*\* is wrong"):
            call(mode, MACHINE, server.url, ASKED)


@pytest.mark.parametrize(
    ("token_url", "own", "base", "expected"),
    [
        ("https://a.test/t", "https://a.test/v1", "https://a.test/v1", "https://a.test/t"),
        ("https://auth.test/t", "https://a.test", "https://a.test", "https://auth.test/t"),
        ("/t", "https://a.test/v1", "https://a.test/v1", "https://a.test/t"),
        ("https://a.test/t?x=1", "https://a.test/v1", "https://stage.test/v1", "https://stage.test/t?x=1"),
        ("https://auth.test/t", "https://a.test", "https://stage.test", "https://auth.test/t"),
        ("https://auth.test/t", "https://a.test", "http://127.0.0.1:1/v1", "http://127.0.0.1:1/t"),
        ("http://localhost:2/t", "https://a.test", "http://127.0.0.1:1", "http://localhost:2/t"),
        ("https://auth.test/t", "", "https://a.test", "https://auth.test/t"),
    ],
)
def test_tokens_come_from_the_endpoint_of_the_document_or_from_a_stand_in_on_this_machine(
    token_url: str, own: str, base: str, expected: str
) -> None:
    assert endpoint(token_url, own, base) == expected


def test_the_endpoint_is_asked_through_the_clients_proxy() -> None:
    auth = tuple(each for each in AUTH if each.id == "oauth")

    class Remote(Depot):
        settings = settings(TOKEN_SECURITY, auth=auth, alternatives=())

    with FakeServer(FINE) as proxy, Remote(MACHINE, base_url="http://depot.test", proxy=proxy.url) as api:
        proxy.will_grant(json_response({"error": "seen"}, 400))
        with pytest.raises((AuthenticationError, APIConnectionError)):
            api._api.call(ASKED)
        assert [request.path for request in proxy.token_requests] == ["http://depot.test/oauth/token"]
