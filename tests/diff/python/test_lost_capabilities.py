"""A pair of specs for each capability of a client that a revision takes away, and what callers are told of it."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.diff.python import compare_source
from nemogen.findings import Finding
from tests.wire.packages import BINARY, TEXT, WHOLE, api, array, gives, obj, ref, takes

from .test_lost_methods import package_of

_EVENT = {"requestBody": {"content": {"application/json": {"schema": ref("Left")}}}}
_HEADER = {"name": "Idempotency-Key", "in": "header", "schema": TEXT}
_TAKEN = {"description": "Taken.", "content": {"application/problem+json": {"schema": ref("Taken")}}}
BASE = api(
    {
        "GET /ships": {
            "parameters": [{"name": "cursor", "in": "query", "schema": TEXT}],
            **gives(obj(data=array(ref("Ship")), next_cursor=TEXT)),
        },
        "POST /ships": {"parameters": [_HEADER], **takes(ref("Ship")), **gives(ref("Ship"))},
        "GET /films": {
            "parameters": [{"name": "Range", "in": "header", "schema": TEXT}],
            **gives(BINARY, "video/mp4"),
        },
        "GET /ticks": gives(None, "text/event-stream", itemSchema=obj(id=TEXT, data=TEXT)),
    },
    {"Ship": obj(id=TEXT, mast={**TEXT}), "Left": obj(ship=TEXT), "Taken": obj(by=TEXT)},
    webhooks={"left": {"post": {**_EVENT, "responses": {"204": {"description": "Fine."}}}}},
)
_PATHS: Any = BASE["paths"]
_PATHS["/ships"]["post"]["responses"]["409"] = _TAKEN
_PATHS["/ships"]["get"]["responses"]["200"]["headers"] = {"X-Left": {"schema": WHOLE}}
_PATHS["/films"]["get"]["responses"]["206"] = _PATHS["/films"]["get"]["responses"]["200"]


def _without_pages(spec: Any) -> None:
    del spec["paths"]["/ships"]["get"]["parameters"]


def _without_webhook(spec: Any) -> None:
    del spec["webhooks"]


def _without_problem(spec: Any) -> None:
    del spec["paths"]["/ships"]["post"]["responses"]["409"]


def _without_header(spec: Any) -> None:
    del spec["paths"]["/ships"]["get"]["responses"]["200"]["headers"]


def _without_ranges(spec: Any) -> None:
    film = spec["paths"]["/films"]["get"]
    del film["parameters"], film["responses"]["206"]


def _without_ids(spec: Any) -> None:
    schema = spec["paths"]["/ticks"]["get"]["responses"]["200"]["content"]["text/event-stream"]["itemSchema"]
    del schema["properties"]["id"]


def _without_key(spec: Any) -> None:
    del spec["paths"]["/ships"]["post"]["parameters"]


def _deprecated(spec: Any) -> None:
    spec["paths"]["/ships"]["post"] |= {"deprecated": True, "x-sunset": "2027-03-01"}
    spec["components"]["schemas"]["Ship"]["properties"]["mast"] |= {"deprecated": True, "x-sunset": "2027-04-01"}


ROWS: tuple[tuple[Callable[[Any], None], set[tuple[str, str]], set[tuple[str, str]]], ...] = (
    (
        _without_pages,
        {("risky", "request-parameter-removed")},
        {
            ("breaking", "`client.ships.list_all` was removed"),
            ("breaking", "`client.ships.list(cursor=)` was removed"),
        },
    ),
    (
        _without_webhook,
        {("breaking", "webhook-removed")},
        {("breaking", "`client.webhooks` was removed"), ("breaking", "`Left` can no longer be imported")},
    ),
    (
        _without_problem,
        {("risky", "response-non-success-status-removed")},
        {("breaking", "`Taken` can no longer be imported")},
    ),
    (
        _without_header,
        {("risky", "optional-response-header-removed")},
        {("breaking", "`ShipsListHeaders` can no longer be imported")},
    ),
    (
        _without_ranges,
        {("breaking", "response-success-status-removed"), ("risky", "request-parameter-removed")},
        {("breaking", "`client.films.list(range=)` was removed")},
    ),
    (_without_ids, {("risky", "response-optional-property-removed")}, set()),
    (
        _without_key,
        {("risky", "request-parameter-removed")},
        {("breaking", "`client.ships.create(idempotency_key=)` was removed")},
    ),
    (
        _deprecated,
        {
            ("additive", "endpoint-deprecated-with-sunset"),
            ("additive", "request-property-deprecated-with-sunset"),
            ("additive", "response-property-deprecated-with-sunset"),
        },
        set(),
    ),
)
"""The change, its findings between the specs, and some of those between the packages: levels, and rules or messages."""


def _changed(change: Callable[[Any], None]) -> Any:
    revision = copy.deepcopy(BASE)
    change(revision)
    return revision


@pytest.mark.parametrize(("change", "rules"), [row[:2] for row in ROWS])
def test_what_a_revision_takes_from_clients_is_told(change: Callable[[Any], None], rules: set[tuple[str, str]]) -> None:
    found = compare(BASE, _changed(change), today=datetime.date(2026, 1, 1))
    assert {(each.level, each.id) for each in found} == rules


@pytest.fixture(scope="module")
def base() -> dict[str, bytes]:
    return package_of(BASE)


def _reported(found: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(each.level, each.message) for each in found}


@pytest.mark.slow
@pytest.mark.parametrize(("change", "messages"), [(change, messages) for change, _, messages in ROWS if messages])
def test_callers_are_told_what_they_lose(
    base: dict[str, bytes], change: Callable[[Any], None], messages: set[tuple[str, str]]
) -> None:
    assert messages <= _reported(compare_source(base, package_of(_changed(change))))


@pytest.mark.slow
def test_another_signature_of_webhooks_breaks_receivers(base: dict[str, bytes]) -> None:
    signed = package_of(BASE, '[webhooks]\nheader = "X-Signature"\nalgorithm = "sha512"\n')
    (reported,) = compare_source(base, signed)
    assert reported.level == "breaking"
    assert "WebhookScheme(header='X-Signature', algorithm='sha512')" in reported.message
