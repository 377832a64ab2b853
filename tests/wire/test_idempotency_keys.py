"""Idempotency keys of operations that name a header parameter for one."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from tests.servers.loopback import Reply, Request
from tests.wire.packages import MODES, TEXT, WHOLE, Mode, api, call, gives, json_reply, package, parameters


def key(schema: Any = TEXT, name: str = "Idempotency-Key", **more: Any) -> dict[str, Any]:
    return parameters({"name": name, "in": "header", "schema": schema, **more})


DOCUMENT = api(
    {
        "POST /orders": {**gives(TEXT), **key(required=True)},
        "DELETE /orders": {**gives(TEXT), **key({"$ref": "#/components/schemas/Key"}, "x-idempotency-key")},
        "POST /free": gives(TEXT),
        "POST /numbered": {**gives(TEXT), **key(WHOLE)},
        "POST /short": {**gives(TEXT), **key({**TEXT, "maxLength": 20})},
    },
    {"Key": {"type": ["string", "null"], "format": "uuid"}},
)
NAMES = ("idempotency-key", "x-idempotency-key")


def sent(request: Request) -> str | None:
    return next((request.headers[name] for name in NAMES if name in request.headers), None)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("operation", ["POST /orders", "DELETE /orders"])
def test_each_call_has_a_key_of_its_own_that_is_the_same_on_each_try(operation: str, mode: Mode) -> None:
    replies: Iterator[Reply] = iter([json_reply({}, 503), json_reply("done")])
    result = call(package(DOCUMENT), operation, mode, lambda _: next(replies), options={"max_retries": 1})
    assert result.value == "done"
    first, second = map(sent, result.requests)
    assert first == second
    assert uuid.UUID(first)
    assert sent(call(package(DOCUMENT), operation, mode, json_reply("done")).request) != first


@pytest.mark.parametrize("mode", MODES)
def test_a_key_of_the_callers_own_is_sent_as_it_is(mode: Mode) -> None:
    module = package(DOCUMENT)
    assert sent(call(module, "POST /orders", mode, json_reply(""), idempotency_key="mine").request) == "mine"
    headers = {"Idempotency-Key": "other"}
    assert sent(call(module, "POST /orders", mode, json_reply(""), extra_headers=headers).request) == "other"


@pytest.mark.parametrize("operation", ["POST /free", "POST /numbered", "POST /short"])
def test_no_key_is_made_where_none_is_asked_for_or_a_uuid_is_not_valid(operation: str) -> None:
    assert sent(call(package(DOCUMENT), operation, "sync", json_reply("")).request) is None
