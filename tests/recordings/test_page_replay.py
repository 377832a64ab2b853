"""A recorded page is replayed through the method for all pages too."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.openapi.read_document import read_value
from nemogen.recordings.recording import JsonBody, Recording, Request, Response
from nemogen.recordings.replay import replay
from tests.wire.packages import _FOLDER, clients_of, package
from tests.wire.test_pagination import FLEET

HEADERS = {"content-type": ("application/json",)}


def recording(operation: str, method: str, path: str, value: Any, *, body: Any = None) -> Recording:
    sent = JsonBody(body) if body is not None else None
    request = Request(method, path, headers=HEADERS if body is not None else {}, body=sent)
    return Recording(operation, "one", request, Response(200, HEADERS, JsonBody(value)))


LIST = recording("ships.list", "GET", "/ships", {"data": [{"id": 1}], "meta": {"nextCursor": "x", "hasMore": True}})
LOST = recording("ships.list", "GET", "/ships", {"data": [{"id": 1}], "meta": {"hasMore": True}})
SEARCH = recording("ships.search", "POST", "/ships/search", {"items": [{"id": 1}]}, body={"query": "tall"})


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (LIST, []),
        (SEARCH, []),
        (
            LOST,
            ["ships.list/one: first page: PaginationError: the response says that there are more pages, but has no "],
        ),
    ],
)
def test_the_first_page_of_the_method_for_all_pages_is_the_recorded_one(
    recorded: Recording, expected: list[str]
) -> None:
    module = package(FLEET)
    document = read_value(FLEET, "openapi.json").document
    found = replay([recorded], document, source=_FOLDER, module=module.__name__, client=clients_of(module)[0].__name__)
    assert [each.message.partition("meta.")[0] for each in found] == expected
