"""Calls a generated client as recorded requests say, and reports where request, response or error differ.

A folder holds calls.json (see `load_calls`) and `<operation>/<case>.json`, one recorded exchange each.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import warnings
from collections.abc import Iterator
from types import ModuleType
from unittest import mock
from urllib.parse import parse_qsl, urlsplit

from .body_equality import differences, meaning
from .call_result import CallResult, Find, call_async, call_sync
from .expected_error import error_differences, one_line
from .generated_client import (
    AsyncClient,
    Method,
    SyncClient,
    arguments_for_keys,
    find_method,
    key_parameters,
    unchecked,
    with_token_endpoint,
)
from .loopback import ReceivedRequest, ServedResponse, loopback
from .page_replay import first_page_method
from .recorded_calls import Call, Calls, Difference, Value
from .token_endpoint import token_response
from .wire_format import body_bytes, expected_of, served_response, several

MODES = ("sync", "async")
KEY = "key-of-the-replay"
"""Every credential that a client is made with."""


class Server:
    """What the server of a replay at `url` received, and the response that it sends."""

    def __init__(self) -> None:
        self.url = ""
        self.received: list[ReceivedRequest] = []
        self._response = ServedResponse(500)

    def expect(self, call: Call) -> None:
        """Sends the recorded response of this call from now on."""
        self.received.clear()
        self._response = served_response(call.exchange["response"])

    def respond(self, request: ReceivedRequest) -> ServedResponse:
        """The recorded response of the call that runs; a token where one is requested."""
        token = token_response(request)
        if token is not None:
            return token
        self.received.append(request)
        return self._response


class Replay:
    """Replays calls, one at a time, against a server."""

    def __init__(self, calls: Calls, server: Server) -> None:
        self._server = server
        self._package: ModuleType = importlib.import_module(calls.module)
        self._client = calls.client

    def run(self, call: Call, mode: str) -> list[Difference]:
        """Everything in which the client and the recording differ; empty where they agree.

        A page is also requested through the method for all pages, where the client has one.
        """
        found = self._run(call, mode, _method)
        if found or call.outcome != "value":
            return found
        return [Difference(each.kind, f"first page: {each.message}") for each in self._run(call, mode, _first_page)]

    def _run(self, call: Call, mode: str, find: Find) -> list[Difference]:
        self._server.expect(call)
        result, keys = self._call_sync(call, find) if mode == "sync" else self._call_async(call, find)
        if result.is_uncallable:
            return [Difference("call", f"the client has no method {call.operation}")] if find is _method else []
        found = result_differences(result, call, self._package.__name__)
        return [*found, *request_differences(self._server.received, call, keys)]

    def _call_sync(self, call: Call, find: Find) -> tuple[CallResult, frozenset[str]]:
        client: type[SyncClient] = with_token_endpoint(getattr(self._package, self._client), "/token")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return call_sync(client(**self._options(client, call)), call, find), key_parameters(client)

    def _call_async(self, call: Call, find: Find) -> tuple[CallResult, frozenset[str]]:
        client: type[AsyncClient] = with_token_endpoint(getattr(self._package, f"Async{self._client}"), "/token")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = client(**self._options(client, call))
            return asyncio.run(call_async(made, call, find)), key_parameters(client)

    def _options(self, client: type[object], call: Call) -> dict[str, object]:
        keys = dict.fromkeys(arguments_for_keys(client), KEY)
        return {**keys, "base_url": self._server.url + call.base, "max_retries": 0, **unchecked(client, call)}


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """The server of a replay, until the block ends. Nothing goes through a proxy meanwhile."""
    server = Server()
    direct = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    with mock.patch.dict(os.environ, direct), loopback(server.respond) as running:
        server.url = running.url
        yield server


@contextlib.contextmanager
def replaying(calls: Calls) -> Iterator[Replay]:
    """A replay with its server, until the block ends."""
    with serving() as server:
        yield Replay(calls, server)


def _method(client: object, call: Call) -> Method | None:
    return find_method(client, call.operation)


def _first_page(client: object, call: Call) -> Method | None:
    method = find_method(client, call.operation)
    return None if method is None else first_page_method(method)


def result_differences(result: CallResult, call: Call, package: str) -> Iterator[Difference]:
    """How the values or the error of a call differ from the recorded response."""
    response = call.exchange["response"]
    expected = expected_of(response, call.end)
    if call.outcome in ("error", "broken stream"):
        yield from error_differences(result.error, package, response["status"], call.outcome)
    elif result.error is not None:
        yield Difference("decode", f"{type(result.error).__name__}: {one_line(result.error)}")
        return
    if call.outcome == "broken stream":
        expected = expected[: len(result.values)]
    if call.outcome != "error":
        yield from (Difference("round-trip", text) for text in differences(expected, result.values))


def request_differences(received: list[ReceivedRequest], call: Call, keys: frozenset[str]) -> Iterator[Difference]:
    """How what the server received differs from the recorded request, but for the query parameters `keys`."""
    request = call.exchange["request"]
    if len(received) != 1:
        yield Difference("request", f"sent {len(received)} times instead of once")
        return
    [found] = received
    target = urlsplit(found.target)
    query = [(name, value) for name, values in request.get("query", {}).items() for value in several(values)]
    query = [pair for pair in query if pair[0] not in keys]
    sent_query = [pair for pair in parse_qsl(target.query, True) if pair[0] not in keys]
    recorded: dict[str, Value] = {"method": request["method"], "path": request["path"], "query": sorted(query)}
    sent: dict[str, Value] = {"method": found.method, "path": target.path, "query": sorted(sent_query)}
    recorded["body"] = meaning(body_bytes(request.get("body")), call.headers.get("content-type", ""))
    sent["body"] = meaning(found.body, found.header("content-type"))
    for name, value in call.headers.items():
        recorded[name], sent[name] = (text.split(";")[0].strip() for text in (value, found.header(name)))
    yield from (Difference("request", text) for text in differences(recorded, sent))
