"""Parameters of a request: their texts as the values that the schema speaks of, and what is wrong with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nemogen.document import Json
from nemogen.findings import Direction
from nemogen.pointer import join
from nemogen.recordings.operations import Operation, Part
from nemogen.recordings.recording import Fields
from nemogen.recordings.schema_resolver import At, Schemas
from nemogen.recordings.validator import Walk
from nemogen.recordings.violation import Spot, Violation

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_MEMBERS: Final = {"query": "query", "header": "headers"}
_SEPARATORS: Final = {"spaceDelimited": " ", "pipeDelimited": "|"}


def judge_parameters(
    operation: Operation, schemas: Schemas, path: Mapping[str, str], query: Fields, headers: Fields
) -> Walk:
    """A finished walk over all parameters; places are like `query.limit`, pointers like `/query/limit`."""
    walk = Walk(schemas, Direction.REQUEST)
    given: dict[str, Fields] = {
        "path": {name: (text,) for name, text in path.items()},
        "query": query,
        "header": headers,
    }
    for parameter in operation.parameters:
        where, name = parameter.value.get("in"), parameter.value.get("name")
        if where in given and isinstance(name, str):
            key = name.lower() if where == "header" else name
            instance = "/path" if where == "path" else join("", _MEMBERS[where], key)
            spot = Spot(Spot().member(where).member(name).place, instance)
            texts = given[where].get(key)
            _judge(parameter, texts, walk, spot)
    walk.found.extend(_undeclared(operation, query))
    return walk


def _judge(parameter: Part, texts: Sequence[str] | None, walk: Walk, spot: Spot) -> None:
    at = _schema(parameter, walk.schemas)
    name = str(parameter.value.get("name"))
    if texts is not None:
        walk.seen.schemas.add(parameter.pointer)
        walk.visit(value_of(texts, parameter, at, walk), [at], spot)
    elif parameter.value.get("required") is True:
        expected = walk.expected(at)
        walk.found.append(Violation("missing", spot.place, "", parameter.pointer, "required", expected, None, name))


def _schema(parameter: Part, schemas: Schemas) -> At:
    content = parameter.value.get("content")
    if isinstance(content, Mapping) and content:
        return schemas.at(parameter.under("content", next(iter(content)), "schema").pointer)
    return schemas.at(parameter.under("schema").pointer)


def value_of(texts: Sequence[str], parameter: Part, at: At, walk: Walk) -> Json:
    """The JSON value that the texts of one parameter stand for, read by its style and the types of its schema."""
    if "content" in parameter.value:
        return _parsed(texts[0])
    types = walk.expected(at).split(" or ")
    if "array" in types:
        item = walk.expected(walk.schemas.follow(at).under("items")).split(" or ")
        return [scalar(text, item) for text in _split(texts, parameter)]
    return scalar(texts[-1], types)


def _split(texts: Sequence[str], parameter: Part) -> Sequence[str]:
    where, style = parameter.value.get("in"), parameter.value.get("style")
    separator = _SEPARATORS.get(str(style), ",")
    explode = parameter.value.get("explode", where == "query" and style in (None, "form"))
    if explode is True and where == "query":
        return texts
    return [part for text in texts for part in text.split(separator)]


def scalar(text: str, types: Sequence[str]) -> Json:
    """The value that a text stands for where one of `types` is expected; the text itself where it is none of them."""
    if {"integer", "number"} & set(types) and _NUMBER.fullmatch(text):
        return json.loads(text) if not re.match(r"-?0\d", text) else text
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return None if "null" in types and text == "null" else text


def _parsed(text: str) -> Json:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _undeclared(operation: Operation, query: Fields) -> Iterator[Violation]:
    known = [parameter.value for parameter in operation.parameters if parameter.value.get("in") == "query"]
    if any(parameter.get("style") == "deepObject" or "object" in str(parameter.get("schema")) for parameter in known):
        return
    for name in query.keys() - {parameter.get("name") for parameter in known}:
        spot = Spot().member("query").member(name)
        place, pointer = operation.part.pointer, spot.instance
        yield Violation("undeclared", spot.place, pointer, place, "parameters", "", query[name][0], name)
