"""Reads request parameters as the values that their schemas describe, and reports what is wrong with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nemogen.findings import Direction
from nemogen.openapi.document import Operation, Parameter
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import SchemaNode
from nemogen.pointer import join
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.operations import sent_parameters
from nemogen.recordings.recording import Fields
from nemogen.recordings.schemas import Schemas
from nemogen.recordings.violation import ValuePath, Violation

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_MEMBERS: Final = {"query": "query", "header": "headers"}
_SEPARATORS: Final = {"spaceDelimited": " ", "pipeDelimited": "|"}


def judge_parameters(
    operation: Operation, judge: ValueJudge, path: Mapping[str, str], query: Fields, headers: Fields
) -> list[Violation]:
    """The violations of the parameters; locations are like `query.limit`, pointers like `/query/limit`."""
    given: dict[str, Fields] = {
        "path": {name: (text,) for name, text in path.items()},
        "query": query,
        "header": headers,
    }
    found: list[Violation] = []
    for parameter in sent_parameters(operation):
        where, name = parameter.location_in, parameter.name
        if where in given:
            key = name.lower() if where == "header" else name
            instance = "/path" if where == "path" else join("", _MEMBERS[where], key)
            value_path = ValuePath(ValuePath().member(where).member(name).text, instance)
            found += _judge(parameter, given[where].get(key), judge, value_path)
    return [*found, *_undeclared(operation, query, judge.schemas)]


def _judge(
    parameter: Parameter, texts: Sequence[str] | None, judge: ValueJudge, value_path: ValuePath
) -> list[Violation]:
    node, pointer = schema_of(parameter), parameter.location.pointer
    if texts is not None:
        judge.seen.schemas.add(pointer)
        value = value_of(texts, parameter, judge.schemas)
        return [] if node is None else judge.judge(value, node, Direction.REQUEST, value_path)
    if parameter.required:
        expected = "any value" if node is None else judge.schemas.expected(node)
        return [Violation("missing", value_path.text, "", pointer, "required", expected, None, parameter.name)]
    return []


def schema_of(parameter: Parameter) -> SchemaNode | None:
    """The schema of a parameter's value, also where it has a media type."""
    return parameter.media.schema if parameter.media is not None else parameter.schema


def value_of(texts: Sequence[str], parameter: Parameter, schemas: Schemas) -> JsonValue:
    """The JSON value that the texts of one parameter represent, read by its style and the types of its schema."""
    if parameter.media is not None:
        return _parsed(texts[0])
    types = () if parameter.schema is None else schemas.types(parameter.schema)
    if parameter.schema is not None and "array" in types:
        item = item_types(parameter.schema, schemas)
        return [scalar(text, item) for text in _split(texts, parameter)]
    return scalar(texts[-1], types)


def item_types(node: SchemaNode, schemas: Schemas) -> Sequence[str]:
    """The types that the items of an array may have."""
    items = schemas.views.merged(node).schema.arrays.items
    return () if items is None else schemas.types(items)


def _split(texts: Sequence[str], parameter: Parameter) -> Sequence[str]:
    if parameter.explode and parameter.location_in == "query":
        return texts
    separator = _SEPARATORS.get(parameter.style, ",")
    return [part for text in texts for part in text.split(separator)]


def scalar(text: str, types: Sequence[str]) -> JsonValue:
    """The value that a text represents if one of `types` is expected; otherwise the text itself."""
    if {"integer", "number"} & set(types) and _NUMBER.fullmatch(text):
        number: JsonValue = json.loads(text) if not re.match(r"-?0\d", text) else text
        return number
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return None if "null" in types and text == "null" else text


def _parsed(text: str) -> JsonValue:
    try:
        value: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


def undeclared_query(operation: Operation, query: Fields, schemas: Schemas) -> tuple[str, ...]:
    """The names of query parameters that the operation does not declare; none where it takes any name."""
    known = [parameter for parameter in operation.parameters if parameter.location_in in ("query", "querystring")]
    if any(_takes_any_name(parameter, schemas) for parameter in known):
        return ()
    names = {parameter.name for parameter in known}
    return tuple(name for name in query if name not in names)


def _undeclared(operation: Operation, query: Fields, schemas: Schemas) -> Iterator[Violation]:
    for name in undeclared_query(operation, query, schemas):
        value_path = ValuePath().member("query").member(name)
        schema, pointer = operation.location.pointer, value_path.instance
        yield Violation("undeclared", value_path.text, pointer, schema, "parameters", "", query[name][0], name)


def _takes_any_name(parameter: Parameter, schemas: Schemas) -> bool:
    """Whether the members of an object are sent under names of their own."""
    if parameter.location_in == "querystring" or parameter.style == "deepObject":
        return True
    return parameter.schema is not None and "object" in schemas.types(parameter.schema)
