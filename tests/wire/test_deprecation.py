"""Deprecated operations, arguments and classes: who is told, where, and how often."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.servers.loopback import Loopback, Reply, Request
from tests.wire.packages import (
    MODES,
    TEXT,
    WHOLE,
    Mode,
    api,
    call,
    clients_of,
    gives,
    json_reply,
    obj,
    package,
    parameters,
    ref,
    takes,
)

SUNSET = {"deprecated": True, "x-sunset": "2027-03-31", "x-deprecated-message": "Use `GET /ships`."}
OLD = {"type": ["string", "null"], "deprecated": True, "x-sunset": "2027-02-01"}
OLD_NUMBER = {"deprecated": True, "x-sunset-date": "2027-04-01\n<b>", "description": "Its size."}
DOCUMENT = api(
    {
        "GET /boats": {**gives(ref("Boat")), **SUNSET},
        "GET /ships": gives(ref("Boat")),
        "GET /docks": {
            **parameters(
                {"name": "town", "in": "query", "schema": TEXT, "deprecated": True},
                {"name": "page", "in": "query", "schema": {"type": "integer"}},
                {"name": "per_page", "in": "query", "schema": {"type": "integer", "default": 1}},
            ),
            **gives(obj(result={"type": "array"})),
        },
        "POST /ships": {
            **parameters(
                {"name": "flag", "in": "query", "schema": TEXT, "deprecated": True, "x-sunset": "2027-01-01"},
                {"name": "X-Port", "in": "header", "schema": TEXT, "deprecated": True, "required": True},
            ),
            **takes(obj(name=TEXT, shipColor={**TEXT, "deprecated": True}, mast=OLD, size={**WHOLE, **OLD_NUMBER})),
            **gives(ref("Boat")),
        },
    },
    {"Boat": {**obj(name=TEXT, mast=OLD), "deprecated": True, "x-sunset": "2027-05-01"}},
)
NAME = json_reply({"name": "Ada"})


@pytest.fixture(scope="module")
def module() -> ModuleType:
    return package(DOCUMENT)


def caught(run: Any) -> list[warnings.WarningMessage]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("default")
        run()
    return [each for each in found if each.category is DeprecationWarning]


def test_a_call_site_of_a_deprecated_method_is_reported_once(module: ModuleType) -> None:
    with Loopback(lambda _: NAME) as server, clients_of(module)[0](base_url=server.url) as client:

        def run() -> None:
            for _ in range(3):
                assert client.boats.list().name == "Ada"

        (reported,) = caught(run)
    assert str(reported.message) == "boats.list is deprecated, sunset 2027-03-31. Use `GET /ships`."
    assert Path(reported.filename) == Path(__file__)


def test_an_awaiting_call_site_is_reported_once(module: ModuleType) -> None:
    async def calls(url: str) -> None:
        async with clients_of(module)[1](base_url=url) as client:
            for _ in range(3):
                assert (await client.boats.with_raw_response.list()).parsed.name == "Ada"

    with Loopback(lambda _: NAME) as server:
        (reported,) = caught(lambda: asyncio.run(calls(server.url)))
    assert Path(reported.filename) == Path(__file__)


@pytest.mark.parametrize("mode", MODES)
def test_a_response_of_a_deprecated_class_warns_of_nothing(module: ModuleType, mode: Mode) -> None:
    result = call(module, "GET /ships", mode, NAME)
    assert (result.value.name, result.reported) == ("Ada", [])
    assert module.Boat.__deprecated__ == "Boat is deprecated, sunset 2027-05-01."


def test_a_call_site_that_gives_a_deprecated_argument_is_reported(module: ModuleType) -> None:
    given = {"x_port": "Oslo", "flag": "no", "ship_color": "red", "mast": "oak", "size": 3}
    with Loopback(lambda _: NAME) as server, clients_of(module)[0](base_url=server.url) as client:
        reported = caught(lambda: client.ships.create(**given))
        assert caught(lambda: client.ships.create(x_port="Oslo", name="Ada")) == []
    assert sorted(str(each.message) for each in reported) == [
        "ships.create: the argument flag is deprecated, sunset 2027-01-01",
        "ships.create: the argument mast is deprecated, sunset 2027-02-01",
        "ships.create: the argument ship_color is deprecated",
        "ships.create: the argument size is deprecated, sunset 2027-04-01 <b>",
    ]
    assert {Path(each.filename) for each in reported} == {Path(__file__)}


def test_a_deprecated_property_is_documented_with_its_sunset(module: ModuleType) -> None:
    folder = Path(str(module.__file__)).parent
    assert '    mast: str | None = None\n    """Deprecated, sunset 2027-02-01."""' in (folder / "models.py").read_text()
    create = clients_of(module)[0](base_url="http://127.0.0.1").ships.create.__doc__
    assert "size: Its size. Deprecated, sunset 2027-04-01 <b>." in create
    assert "mast: Deprecated, sunset 2027-02-01." in create


def test_an_awaiting_call_site_that_gives_a_deprecated_argument_is_reported(module: ModuleType) -> None:
    async def calls(url: str) -> None:
        async with clients_of(module)[1](base_url=url) as client:
            for _ in range(3):
                await client.ships.create(x_port="Oslo", flag="no")

    with Loopback(lambda _: NAME) as server:
        (reported,) = caught(lambda: asyncio.run(calls(server.url)))
    assert Path(reported.filename) == Path(__file__)


@pytest.mark.parametrize("mode", MODES)
def test_a_deprecated_argument_is_warned_of_once_a_call_and_not_on_every_page(module: ModuleType, mode: Mode) -> None:
    def respond(request: Request) -> Reply:
        number = request.query.get("page", "1")
        return json_reply({"result": [{"name": number}] if int(number) < 4 else []})

    def run(url: str) -> int:
        if mode == "sync":
            with clients_of(module)[0](base_url=url) as client:
                return len(list(client.docks.list_all(town="Oslo")))

        async def count() -> int:
            async with clients_of(module)[1](base_url=url) as client:
                return len([each async for each in client.docks.list_all(town="Oslo")])

        return asyncio.run(count())

    with Loopback(respond) as server, warnings.catch_warnings(record=True) as reported:
        warnings.simplefilter("always")
        assert (run(server.url), len(server.requests)) == (3, 4)
    found = [str(each.message) for each in reported if each.category is DeprecationWarning]
    assert found == ["docks.list: the argument town is deprecated"]


@pytest.mark.slow
def test_type_checkers_report_what_is_deprecated(module: ModuleType, tmp_path: Path) -> None:
    usage = tmp_path / "usage.py"
    sync, asynchronous = (each.__name__ for each in clients_of(module))
    usage.write_text(
        f"from {module.__name__} import {asynchronous}, Boat, {sync}\n\n"
        f"async def use(client: {sync}, other: {asynchronous}) -> None:\n"
        "    client.boats.list()\n    client.ships.list()\n    await other.boats.list()\n    Boat()\n"
    )
    folder = Path(str(module.__file__)).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", f"--cache-dir={os.devnull}", "--enable-error-code=deprecated", str(usage)],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        line.split(": ", 2)[0]
        for line in done.stdout.splitlines()
        if line.startswith("usage.py") and "deprecated" in line
    ]
    assert sorted(set(found)) == ["usage.py:1", "usage.py:4", "usage.py:6"], done.stdout
