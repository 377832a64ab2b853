"""Headers that a spec declares, as values of Python on raw responses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.servers.loopback import Reply
from tests.type_checks import run_mypy
from tests.wire.packages import MODES, TEXT, WHOLE, Mode, api, call, clients_of, gives, method_of, package

HEADERS: dict[str, Any] = {
    "X-Total-Count": {"schema": {"$ref": "#/components/schemas/Count"}, "description": "How many there are."},
    "X-Ratio": {"schema": {"type": "number"}, "deprecated": True},
    "X-Last": {"schema": {"type": ["boolean", "null"]}},
    "Int": {"schema": TEXT},
    "Raw": {"schema": {"type": "array", "items": TEXT}},
    "X-Any": {"schema": {}},
}


def with_headers(operation: dict[str, Any], status: str = "200") -> dict[str, Any]:
    responses = {**operation["responses"], status: {**operation["responses"][status], "headers": HEADERS}}
    return {**operation, "responses": responses}


DOCUMENT = api({"GET /ships": with_headers(gives(TEXT)), "GET /boats": gives(TEXT)}, {"Count": WHOLE})
SENT = {"X-Total-Count": "12", "X-Ratio": "0.5", "X-Last": "true", "Int": "7", "Raw": "a, b", "X-Any": "é"}


@pytest.fixture(scope="module")
def module() -> ModuleType:
    return package(DOCUMENT)


def typed_headers(module: ModuleType, mode: Mode, headers: dict[str, str], operation: str = "GET /ships") -> Any:
    owner, _, name = method_of(module, operation).rpartition(".")
    reply = Reply(200, b'"x"', {"Content-Type": "application/json", **headers})
    result = call(module, f"{owner}.with_raw_response.{name}", mode, reply)
    assert result.value.parsed == "x"
    return result.value.typed_headers


@pytest.mark.parametrize("mode", MODES)
def test_each_header_is_a_value_of_its_type(module: ModuleType, mode: Mode) -> None:
    found = typed_headers(module, mode, SENT)
    assert (found.x_total_count, found.x_ratio, found.x_last, found.x_any) == (12, 0.5, True, "é")
    assert "7" in {getattr(found, name) for name in dir(type(found)) if name.startswith("int")}
    assert found.raw["raw"] == "a, b"
    assert ["a", "b"] in [getattr(found, name) for name in dir(type(found)) if not name.startswith("_")]


@pytest.mark.parametrize("mode", MODES)
def test_a_header_that_is_absent_or_of_another_type_is_none(module: ModuleType, mode: Mode) -> None:
    found = typed_headers(module, mode, {"X-Total-Count": "many", "X-Last": "perhaps"})
    assert (found.x_total_count, found.x_ratio, found.x_last) == (None, None, None)
    assert found.raw["x-total-count"] == "many"


DATED = {
    "X-At": {"schema": {"type": "string", "format": "date-time"}},
    "X-Day": {"schema": {"type": ["string", "null"], "format": "date"}},
    "X-Docks": {"schema": {"type": "array", "items": {"type": "integer"}}},
    "X-Flags": {"schema": {"type": "array", "items": {"type": "boolean"}}},
    "X-Ratios": {"schema": {"type": "array", "items": {"type": "number"}}},
    "X-Days": {"schema": {"type": "array", "items": {"type": "string", "format": "date"}}},
    "X-Times": {"schema": {"type": "array", "items": {"type": "string", "format": "date-time"}}},
}
TIME = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("at", ["2026-01-02T03:04:05Z", "Fri, 02 Jan 2026 03:04:05 GMT"])
def test_times_and_lists_are_values_of_python(mode: Mode, at: str) -> None:
    operation = gives(TEXT)
    operation["responses"]["200"]["headers"] = DATED
    module = package(api({"GET /ships": operation}))
    sent = {
        "X-At": at,
        "X-Day": "2026-01-02",
        "X-Docks": "1, 2,3",
        "X-Flags": "true,False",
        "X-Ratios": "1,0.5",
        "X-Days": "2026-01-02, 2026-01-03",
        "X-Times": "2026-01-02T03:04:05Z",
    }
    found = typed_headers(module, mode, sent)
    assert (found.x_at, found.x_day, found.x_docks) == (TIME, date(2026, 1, 2), [1, 2, 3])
    assert (found.x_flags, found.x_ratios, found.x_times) == ([True, False], [1.0, 0.5], [TIME])
    assert found.x_days == [date(2026, 1, 2), date(2026, 1, 3)]
    lost = typed_headers(module, mode, {"X-At": "soon", "X-Day": "2026-02-30", "X-Docks": "1,x", "X-Flags": "1"})
    assert (lost.x_at, lost.x_day, lost.x_docks, lost.x_flags) == (None, None, None, None)
    plain = package(api({"GET /ships": operation}), '[models]\ntypes = "text"\n')
    assert typed_headers(plain, mode, sent).x_at == at


def test_an_operation_without_declared_headers_has_them_all_as_text(module: ModuleType) -> None:
    assert typed_headers(module, "sync", {"X-Total-Count": "12"}, "GET /boats")["x-total-count"] == "12"


@pytest.mark.slow
def test_type_checkers_know_the_types(module: ModuleType, tmp_path: Path, mypy_cache: Path) -> None:
    sync, asynchronous = (each.__name__ for each in clients_of(module))
    (tmp_path / "usage.py").write_text(
        f"from {module.__name__} import {asynchronous}, RawResponse, {sync}\n\n"
        f"async def use(client: {sync}, other: {asynchronous}) -> None:\n"
        "    reveal_type(client.ships.with_raw_response.list().typed_headers.x_total_count)\n"
        "    reveal_type((await other.ships.with_raw_response.list()).typed_headers.x_last)\n"
        "    found: RawResponse[str] = client.boats.with_raw_response.list()\n"
        "    reveal_type(found.typed_headers)\n"
    )
    output = run_mypy(mypy_cache, tmp_path, "usage.py", sources=Path(str(module.__file__)).parents[1])
    revealed = [line.partition('"')[2].rstrip('"') for line in output.splitlines() if "Revealed" in line]
    assert [each.replace("builtins.", "").replace("typing.", "") for each in revealed] == [
        "int | None",
        "bool | None",
        "Mapping[str, str]",
    ], output
