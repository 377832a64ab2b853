"""Servers: relative ones, their variables, those of a path or an operation, and a base_url that repeats a path."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from nemogen.client import planner
from nemogen.read_config import read_settings
from tests.client.planned import planned
from tests.naming.small import prepared
from tests.servers.loopback import Loopback, Reply

from .packages import MODES, Mode, api, call, package

DONE = Reply(204)
FINE: dict[str, Any] = {}


def plan_of_url(document: Any, url: str) -> Any:
    settings = read_settings("shop", f'[source]\nurl = "{url}"\n'.encode(), "api.toml")
    return planner.plan(prepared(document), settings)


@pytest.mark.parametrize(
    ("source", "server", "base"),
    [
        ("https://h.example/docs/openapi.json", "/api/v3", "https://h.example/api/v3"),
        ("https://h.example/docs/openapi.json", "v3", "https://h.example/docs/v3"),
        ("https://h.example/docs/openapi.json", "../v3/", "https://h.example/v3"),
        ("https://h.example/docs/openapi.json", "//other.example/x", "https://other.example/x"),
        ("https://h.example/docs/openapi.json", "https://own.example/x", "https://own.example/x"),
    ],
)
def test_a_relative_server_is_resolved_against_the_source(source: str, server: str, base: str) -> None:
    assert plan_of_url(api({"GET /a": FINE}, servers=[{"url": server}]), source).base_url.value == base


@pytest.mark.parametrize("mode", MODES)
def test_a_relative_server_of_a_file_is_the_path_of_a_base_url_without_one(mode: Mode) -> None:
    module = package(api({"GET /a": FINE}, servers=[{"url": "/api/v3"}]))
    assert call(module, "GET /a", mode, DONE).request.path == "/api/v3/a"
    with Loopback(lambda _: DONE) as server:
        found = call(module, "GET /a", mode, DONE, options={"base_url": f"{server.url}/own"})
        assert found.error is None
        assert server.paths() == ["/own/a"]


def with_servers(base: str, own: str, path: str) -> Any:
    document = api({"GET /a": FINE, "GET /b": {"servers": [{"url": own}]}, "GET /c": FINE}, servers=[{"url": base}])
    document["paths"]["/c"]["servers"] = [{"url": path}]
    return document


@pytest.mark.parametrize("mode", MODES)
def test_servers_of_a_path_or_an_operation_are_called(mode: Mode) -> None:
    with Loopback(lambda _: DONE) as main, Loopback(lambda _: DONE) as other:
        module = package(with_servers(f"{main.url}/v1", f"{other.url}/files", "/rooted"))
        for method in ("GET /a", "GET /b", "GET /c"):
            assert call(module, method, mode, DONE, options={"base_url": None}).error is None
        assert (main.paths(), other.paths()) == (["/v1/a", "/rooted/c"], ["/files/b"])


@pytest.mark.parametrize("mode", MODES)
def test_a_callers_own_host_gets_every_call(mode: Mode) -> None:
    module = package(with_servers("https://api.example.com/v1", "https://files.example.com/files", "/rooted"))
    for method, path in (("GET /a", "/a"), ("GET /b", "/files/b"), ("GET /c", "/rooted/c")):
        assert call(module, method, mode, DONE).request.path == path


def variable_server(url: str) -> Any:
    variables = {
        "region": {"default": "eu", "enum": ["eu", "us"]},
        "port": {"default": "80"},
        "timeout": {"default": "t"},
    }
    return api({"GET /a": FINE}, servers=[{"url": url, "variables": variables}])


@pytest.mark.parametrize("mode", MODES)
def test_the_variables_of_a_server_are_arguments_of_the_client(mode: Mode) -> None:
    with Loopback(lambda _: DONE) as server:
        host, _, port = server.url.rpartition(":")
        module = package(variable_server(f"{host}:{{port}}/{{region}}/{{timeout}}"))
        options = {"base_url": None, "port": port}
        assert call(module, "GET /a", mode, DONE, options=options).error is None
        options |= {"region": "us", "server_timeout": "x"}
        assert call(module, "GET /a", mode, DONE, options=options).error is None
        assert server.paths() == ["/eu/t/a", "/us/x/a"]
        wrong = call(module, "GET /a", mode, DONE, options={**options, "region": "mars"})
        assert wrong.refused("ConfigurationError") == "region is 'mars': it must be one of eu, us"
        assert call(module, "GET /a", mode, DONE, options={**options, "region": "eu", "port": "1@x"}).refused(
            "ConfigurationError"
        )
    assert call(module, "GET /a", mode, DONE, options={"region": "us"}).request.path == "/a"


def test_the_variables_of_a_server_are_typed() -> None:
    found = planned(variable_server("https://{region}.example.com:{port}/{timeout}"))
    assert found.base_url.value == "https://eu.example.com:80/t"
    assert [each.signature for each in found.server.variables] == [
        "region: Literal['eu', 'us'] = 'eu'",
        "port: str = '80'",
        "server_timeout: str = 't'",
    ]


def test_a_base_url_that_repeats_the_beginning_of_a_path_is_reported() -> None:
    module = package(api({"GET /v1/a": FINE, "GET /b": FINE}, servers=[{"url": "https://api.example.com"}]))
    with Loopback(lambda _: DONE) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        options = {"base_url": f"{server.url}/v1"}
        found = call(module, "GET /v1/a", "sync", DONE, options=options)
        assert call(module, "GET /b", "sync", DONE, options=options).reported == []
    (reported,) = found.reported
    assert "base_url ends with /v1, and so begins the path /v1/a: /v1/v1/a is called" in reported
    assert call(module, "GET /v1/a", "sync", DONE).reported == []
