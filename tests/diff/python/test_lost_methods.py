"""What a revision takes from callers beside the methods of operations: all pages, bytes while they come, streams."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.client import client, engine_input, models, planner
from nemogen.client.environment import environment
from nemogen.client.formats import with_types
from nemogen.diff.python import compare_source
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from tests.wire.packages import BINARY, HEADER, ROOT, RUNTIME, TEXT, WHOLE, api, array, gives, obj, ref

pytestmark = pytest.mark.slow

SHIP = {"Ship": obj(id=TEXT)}


def package_of(document: dict[str, Any], more: str = "") -> dict[str, bytes]:
    """The modules of a client for a document, with the runtime; `more` is appended to its api.toml."""
    settings = read_settings("harbour", f'[source]\nfile = "harbour.json"\n{more}'.encode(), "api.toml")
    reserved = (settings.package.client, settings.package.async_client)
    prepared = with_types(prepare(read_value(document, "openapi.json"), reserved=reserved), settings)
    templates, module = ROOT / "templates", settings.package.module
    texts = client.modules(planner.plan(prepared, settings), environment(templates), HEADER)
    base = f"{module}._runtime.model.Model"
    texts["models.py"] = models.pydantic_models(engine_input.for_models(prepared), templates, HEADER, base).text
    texts["params.py"] = client.params_module(prepared, f"{module}.models", environment(templates), HEADER)
    texts["_version.py"] = '__version__ = "0.1.0"\n'
    runtime = {f"_runtime/{path.relative_to(RUNTIME).as_posix()}": path.read_bytes() for path in RUNTIME.rglob("*.py")}
    return {path: text.encode() for path, text in texts.items()} | runtime


def listed(items: Any, *, is_paged: bool) -> dict[str, Any]:
    cursor = [{"name": "cursor", "in": "query", "schema": TEXT}] if is_paged else []
    page = obj(data=array(items), next_cursor=TEXT)
    return {"parameters": [{"name": "limit", "in": "query", "schema": WHOLE}, *cursor], **gives(page)}


def test_a_method_that_no_longer_paginates_or_streams_breaks_callers() -> None:
    ships, text = ref("Ship"), {"type": "string"}
    before = package_of(
        api(
            {
                "GET /ships": listed(ships, is_paged=True),
                "GET /film": gives(BINARY, "video/mp4"),
                "GET /ticks": gives(ships, "text/event-stream"),
            },
            SHIP,
        )
    )
    after = package_of(
        api(
            {
                "GET /ships": listed(ships, is_paged=False),
                "GET /film": gives(text, "text/plain"),
                "GET /ticks": gives(ships),
            },
            SHIP,
        )
    )
    found = {finding.message: finding.level for finding in compare_source(before, after)}
    for message in (
        "`client.ships.list_all` was removed",
        "`client.film.with_streaming_response` was removed",
        "`client.ticks.list()` is now `Ship`, was `Stream[Ship]`",
    ):
        assert found[message] == "breaking"


def test_other_items_of_all_pages_break_callers() -> None:
    before = package_of(api({"GET /ships": listed(ref("Ship"), is_paged=True)}, SHIP))
    after = package_of(api({"GET /ships": listed(TEXT, is_paged=True)}, SHIP))
    found = {finding.message: finding.level for finding in compare_source(before, after)}
    assert found["`client.ships.list_all()` is now `Pages[ShipList, str]`, was `Pages[ShipList, Ship]`"] == "breaking"
