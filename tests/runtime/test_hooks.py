"""Hooks: what they see, and what they may change."""

from __future__ import annotations

from typing import Any

import pytest

from .drive import CHUNKS, COMPLETION, KEY, MESSAGES, MODES, Mode, ask, ask_stream, client, connections_of
from .sample.sample_api import APIConnectionError, HookRequest, HookResponse
from .sample.sample_api.testing import CLOSE, HOLD, FakeServer, Response, json_response, stream_response


@pytest.mark.parametrize("mode", MODES)
def test_each_request_and_each_answer_is_seen(mode: Mode) -> None:
    requests: list[HookRequest] = []
    responses: list[HookResponse] = []
    busy = json_response({}, 503, retry_after="0.01", x_request_id="r1")
    with FakeServer(busy, json_response(COMPLETION, x_request_id="r2")) as server:
        ask(mode, server.url, max_retries=1, on_request=[requests.append], on_response=[responses.append])
    assert [(hook.operation, hook.method, hook.attempt) for hook in requests] == [
        ("chat.completions.create", "POST", 1),
        ("chat.completions.create", "POST", 2),
    ]
    assert [(hook.status, hook.request_id, hook.attempt, hook.error) for hook in responses] == [
        (503, "r1", 1, None),
        (200, "r2", 2, None),
    ]
    assert all(hook.seconds >= 0 and hook.url.endswith("/v1/chat/completions") for hook in responses)
    assert KEY not in repr(requests) + repr(responses)


@pytest.mark.parametrize("mode", MODES)
def test_a_hook_may_add_headers_but_not_touch_the_key(mode: Mode) -> None:
    def trace(request: HookRequest) -> None:
        request.headers["traceparent"] = "00-1"
        request.headers["authorization"] = "stolen"

    with FakeServer(json_response(COMPLETION)) as server:
        ask(mode, server.url, on_request=[trace])
        headers = server.requests[0].headers
    assert headers["traceparent"] == "00-1"
    assert headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("mode", MODES)
def test_a_failure_is_seen_with_its_error(mode: Mode) -> None:
    responses: list[HookResponse] = []
    with FakeServer(Response((CLOSE,))) as server:
        ask(mode, server.url, on_response=[responses.append]).failed(APIConnectionError)
    assert [hook.status for hook in responses] == [None]
    assert "connection failed" in str(responses[0].error)


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_is_seen_when_it_begins(mode: Mode) -> None:
    responses: list[HookResponse] = []
    with FakeServer(stream_response(CHUNKS)) as server:
        ask_stream(mode, server.url, on_response=[responses.append])
    assert [hook.status for hook in responses] == [200]


def test_what_a_hook_raises_reaches_the_caller() -> None:
    def refuse(_: HookRequest) -> None:
        raise LookupError("not today")

    with FakeServer() as server, client(server.url, on_request=[refuse]) as api:
        with pytest.raises(LookupError, match="not today"):
            api.chat.completions.create(messages=MESSAGES)
        assert server.requests == []


def test_what_a_hook_raises_about_a_stream_closes_it() -> None:
    def refuse(_: HookResponse) -> None:
        raise LookupError("not today")

    with FakeServer(stream_response(CHUNKS, None, then=HOLD)) as server, client(server.url) as api:
        with pytest.raises(LookupError, match="not today"):
            api.with_options(on_response=[refuse]).chat.completions.create(messages=MESSAGES, stream=True)
        assert all(each.is_idle() for each in connections_of(api))


def test_event_hooks_of_a_client_of_the_users_own_are_called() -> None:
    import httpx2

    seen: list[Any] = []
    own = httpx2.Client(event_hooks={"request": [seen.append], "response": [seen.append]})
    with FakeServer(json_response(COMPLETION)) as server, own:
        client(server.url, http_client=own).chat.completions.create(messages=MESSAGES)
    assert [type(thing).__name__ for thing in seen] == ["Request", "Response"]


def test_the_transport_can_be_wrapped_as_tracers_do(monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx2

    seen: list[str] = []
    original = httpx2.HTTPTransport.handle_request

    def traced(transport: httpx2.HTTPTransport, request: httpx2.Request) -> httpx2.Response:
        seen.append(f"{request.method} {request.url.path}")
        request.headers["traceparent"] = "00-2"
        return original(transport, request)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", traced)
    with FakeServer(json_response(COMPLETION)) as server, client(server.url) as api:
        api.chat.completions.create(messages=MESSAGES)
        assert server.requests[0].headers["traceparent"] == "00-2"
    assert seen == ["POST /v1/chat/completions"]
