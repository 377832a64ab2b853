"""Requests through proxies: HTTP and SOCKS, to http and https, given or of the environment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.servers.proxy import Proxy

from . import drive
from .drive import CHUNKS, COMPLETION, MODES, Mode, ask, ask_stream
from .sample.sample_api import APIConnectionError, APIError, ConfigurationError
from .sample.sample_api._runtime.proxies import proxy_of_environment
from .sample.sample_api.testing import FakeServer, json_response, stream_response
from .test_wire import CERTIFICATE, TlsServer, _server  # noqa: F401

OK = json_response(COMPLETION)
VARIABLES = [f"{name}_proxy" for name in ("http", "https", "all", "no")]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def kinds(mode: Mode) -> list[Any]:
    return ["http"] if mode == "aiohttp" else ["http", "socks5"]


@pytest.mark.parametrize("auth", ["", "me:pass word"])
@pytest.mark.parametrize(("mode", "kind"), [(mode, kind) for mode in MODES for kind in kinds(mode)])
def test_calls_and_streams_go_through_the_given_proxy(
    mode: Mode, kind: Any, auth: str, server: Callable[..., FakeServer]
) -> None:
    with server(OK, stream_response(CHUNKS)) as running, Proxy(kind, auth) as proxy:
        url = proxy.url.replace(" ", "%20")
        assert ask(mode, running.url, proxy=url).answer.id == "chat-1"
        assert ask_stream(mode, running.url, proxy=url).text == "Hello there"
        port = running.url.rpartition(":")[2]
    path = f"{running.url}/v1/chat/completions"
    asked = {
        ("http", "http"): f"POST {path}",
        ("http", "https"): f"CONNECT 127.0.0.1:{port}",
        ("socks5", "http"): f"SOCKS 127.0.0.1:{port}",
        ("socks5", "https"): f"SOCKS 127.0.0.1:{port}",
    }[kind, running.url.partition(":")[0]]
    assert proxy.seen == [asked, asked]


@pytest.mark.parametrize("mode", MODES)
def test_calls_go_through_a_proxy_that_is_reached_by_tls(
    mode: Mode, server: Callable[..., FakeServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with server(OK, stream_response(CHUNKS)) as running, Proxy("http", "me:word", tls=True) as proxy:
        assert ask(mode, running.url, proxy=proxy.url).answer.id == "chat-1"
        assert ask_stream(mode, running.url, proxy=proxy.url).text == "Hello there"
    assert len(proxy.seen) == 2


@pytest.mark.parametrize("mode", MODES)
def test_the_proxy_of_the_environment_is_used_and_excepted(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeServer(OK) as running, Proxy("http", "me:word") as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert ask(mode, running.url).answer.id == "chat-1"
        assert len(proxy.seen) == 1
        monkeypatch.setenv("NO_PROXY", "example.com, 127.0.0.1")
        assert ask(mode, running.url).answer.id == "chat-1"
        assert len(proxy.seen) == 1


@pytest.mark.parametrize("mode", MODES)
def test_a_proxy_that_refuses_is_an_error_without_its_password(mode: Mode) -> None:
    with FakeServer(OK) as running, Proxy("http", "me:right") as proxy:
        error = ask(mode, running.url, proxy=proxy.url.replace("right", "wrong")).failed(APIError)
        assert error.status == 407
        assert "wrong" not in f"{error!r} {vars(error)}"
    error = ask(mode, "https://127.0.0.1:1", proxy=proxy.url.replace("right", "wrong")).failed(APIConnectionError)
    assert "wrong" not in f"{error} {vars(error)}"
    assert error.sent is False


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "url", ["nonsense", "127.0.0.1:8080", "ftp://host:1", "http://", "http://host:port", "http://u:secret@host:99999"]
)
def test_a_bad_url_of_a_proxy_is_reported_when_the_client_is_made(url: str, mode: Mode) -> None:
    with pytest.raises(ConfigurationError, match="proxy") as caught:
        drive.client("http://x", proxy=url) if mode == "sync" else drive.async_client("http://x", mode, proxy=url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("mode", MODES)
def test_a_bad_proxy_of_the_environment_is_reported_by_its_variable(
    mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "gopher://u:secret@host")
    error = ask(mode, "http://127.0.0.1:1", max_retries=2).failed(ConfigurationError)
    assert "ALL_PROXY" in str(error)
    assert "secret" not in str(error)
    assert error.attempts <= 1


def test_a_socks_proxy_without_its_package_says_which_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ConfigurationError, match="httpx2\\[socks\\]"):
        drive.client("http://x", proxy="socks5://127.0.0.1:1")


@pytest.mark.parametrize(
    ("exceptions", "host", "is_excepted"),
    [
        ("*", "api.example.com", True),
        ("example.com", "api.example.com", True),
        ("example.com", "example.com", True),
        ("example.com", "notexample.com", False),
        (".example.com", "api.example.com", True),
        (".example.com", "example.com", False),
        ("other, Example.COM:443", "api.example.com", True),
        ("example.com:80", "api.example.com", False),
        ("https://example.com", "api.example.com", True),
        ("http://example.com", "api.example.com", False),
        ("10.0.0.0/8", "10.1.2.3", True),
        ("10.0.0.0/8", "11.1.2.3", False),
        ("10.1.2.3", "10.1.2.3", True),
        ("::1", "::1", True),
        ("localhost", "127.0.0.1", False),
        ("", "api.example.com", False),
    ],
)
def test_no_proxy_is_read_as_others_read_it(
    exceptions: str, host: str, is_excepted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "proxy.local:3128")
    monkeypatch.setenv("NO_PROXY", exceptions)
    found = proxy_of_environment("https", host, None)
    assert (found is None) == is_excepted
    if found:
        assert found.url == "http://proxy.local:3128"
