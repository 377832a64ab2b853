"""Requests of a sequence of items: lines and records, from lists, iterators and asynchronous iterators."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, get_type_hints

import pydantic
import pytest

from tests.servers.loopback import Loopback, Reply, Request

from .packages import BINARY, MODES, TEXT, WHOLE, Mode, api, array, call, clients_of, package, ref, takes

ROW = {"type": "object", "required": ["i"], "properties": {"i": WHOLE, "day": {"type": "string", "format": "date"}}}


def sends(media: str, **entry: Any) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {media: entry}}}


DOCUMENT = api(
    {
        "POST /lines": sends("application/x-ndjson", itemSchema=ref("Row")),
        "POST /jsonl": sends("application/jsonl", schema=array(ref("Row"))),
        "POST /records": sends("application/json-seq; x=1", itemSchema=ref("Row")),
        "POST /numbers": sends("application/jsonl", itemSchema=WHOLE),
        "POST /raw": takes(BINARY, "application/x-ndjson"),
        "POST /text": takes(TEXT, "application/jsonl"),
    },
    {"Row": ROW},
    "3.2.0",
)
ROWS = [{"i": 1}, {"i": 2, "day": "2024-02-29"}]
LINES = b'{"i":1}\n{"i":2,"day":"2024-02-29"}\n'


def asynchronous(items: list[Any]) -> AsyncIterator[Any]:
    async def each() -> AsyncIterator[Any]:
        for item in items:
            yield item

    return each()


class Again:
    """An asynchronous iterable that can be read more than once."""

    def __aiter__(self) -> AsyncIterator[Any]:
        return asynchronous(ROWS)


GIVEN: dict[str, Callable[[], Any]] = {
    "list": lambda: ROWS,
    "tuple": lambda: tuple(ROWS),
    "iterator": lambda: iter(ROWS),
    "encoded": lambda: LINES,
    "encoded items": lambda: iter(LINES.splitlines(keepends=True)),
    "asynchronous": lambda: asynchronous(ROWS),
    "asynchronous, again": Again,
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", GIVEN)
def test_items_are_lines_or_records(mode: Mode, kind: str) -> None:
    module = package(DOCUMENT)
    if mode == "sync" and kind.startswith("asynchronous"):
        found = call(module, "POST /lines", mode, Reply(204), body=GIVEN[kind]())
        assert "by the asynchronous client only" in str(found.error)
        return
    for path in ("lines", "jsonl"):
        found = call(module, f"POST /{path}", mode, Reply(204), body=GIVEN[kind]())
        assert (found.error, found.request.body) == (None, LINES)
    assert found.request.headers["content-type"] == "application/jsonl"
    if not kind.startswith("encoded"):
        found = call(module, "POST /records", mode, Reply(204), body=GIVEN[kind]())
        assert found.request.body == b'\x1e{"i":1}\n\x1e{"i":2,"day":"2024-02-29"}\n'
        assert found.request.headers["content-type"] == "application/json-seq; x=1"


def test_models_and_plain_values_are_items_and_what_has_no_type_is_sent_as_it_is() -> None:
    module = package(DOCUMENT)
    models = [module.Row(i=1), module.Row(i=2, day="2024-02-29")]
    assert call(module, "POST /lines", "sync", Reply(204), body=iter(models)).request.body == LINES
    assert call(module, "POST /numbers", "sync", Reply(204), body=range(3)).request.body == b"0\n1\n2\n"
    for path in ("raw", "text"):
        assert call(module, f"POST /{path}", "sync", Reply(204), body=LINES).request.body == LINES


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (lambda: iter([{"i": 1}, {"i": "2"}]), "body[1].i: '2' is not valid"),
        (lambda: [{"i": 1}, {"j": 1}], "body[1].i: None is not valid: it is missing"),
        (lambda: iter([{"i": object()}]), "body[0]: {'i': <object"),
        (lambda: {"i": 1}, "body: {'i': 1} is not valid: it must be an iterable of items"),
        (lambda: 7, "body: 7 is not valid: it must be an iterable of items"),
    ],
)
def test_an_item_that_is_not_valid_is_reported_by_its_position(mode: Mode, given: Callable[[], Any], said: str) -> None:
    found = call(package(DOCUMENT), "POST /lines", mode, Reply(204), body=given())
    assert type(found.error).__name__ == "ArgumentError"
    assert said in str(found.error)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("kind", "tries"), [("list", 2), ("iterator", 1), ("asynchronous", 1), ("asynchronous, again", 2)]
)
def test_items_are_sent_again_only_where_they_can_be_read_again(mode: Mode, kind: str, tries: int) -> None:
    module = package(DOCUMENT)
    if mode == "sync" and kind.startswith("asynchronous"):
        return
    seen: list[Request] = []

    def reply(request: Request) -> Reply:
        seen.append(request)
        return Reply(503 if len(seen) == 1 else 204)

    retry = module.RetryPolicy(first_delay=0.001, longest_delay=0.002, resend=True)
    options = {"max_retries": 1, "retry": retry}
    found = call(module, "POST /lines", mode, reply, body=GIVEN[kind](), options=options)
    assert [each.body for each in seen] == [LINES] * tries
    assert (found.error is None) == (tries == 2)


def test_items_are_sent_as_they_come() -> None:
    """The first is on its way before the last one is made."""
    module = package(DOCUMENT)
    taken: list[int] = []

    def rows() -> Iterator[Any]:
        for number in range(3):
            taken.append(number)
            yield {"i": number}

    with Loopback(lambda _: Reply(204)) as server, clients_of(module)[0](base_url=server.url) as api:
        api.lines.create(body=rows())
        assert taken == [0, 1, 2]
        assert server.requests[0].headers["transfer-encoding"] == "chunked"
        assert server.requests[0].body == b'{"i":0}\n{"i":1}\n{"i":2}\n'


@pytest.mark.parametrize("kind", GIVEN)
def test_pydantic_checks_items(kind: str) -> None:
    lines = package(DOCUMENT).resources.lines
    for create in (lines.Lines.create, lines.AsyncLines.create):
        pydantic.validate_call(create)
        body: pydantic.TypeAdapter[Any]
        body = pydantic.TypeAdapter(get_type_hints(create, include_extras=True)["body"])
        given = GIVEN[kind]()
        assert body.validate_python(given) is given
        with pytest.raises(pydantic.ValidationError):
            body.validate_python(7)
