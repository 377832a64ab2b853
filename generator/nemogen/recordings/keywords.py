"""What a schema says about one value by itself: a row for each keyword of JSON Schema that compares it with a limit.

Both spellings are read, OpenAPI 3.0's (boolean exclusiveMinimum) and JSON Schema 2020-12's. A limit of a wrong type, as
publishers write them, is no limit. `format` is an annotation and not judged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from nemogen.document import Json, JsonObject
from nemogen.recordings.values import identity, is_of_type, type_of

_PATTERN_SECONDS: Final = 0.25


@dataclass(frozen=True, slots=True)
class Row:
    """`refuses(value, limit, schema)` says whether a value of the type `applies` breaks the keyword.

    `kind` is what the fault is called; `limit` is the type that the keyword's own value must have.
    """

    keyword: str
    kind: str
    applies: str
    limit: str
    refuses: Callable[[Json, Json, JsonObject], bool]


def _multiple(value: Json, limit: Json, _schema: JsonObject) -> bool:
    return limit > 0 and Fraction(str(value)) % Fraction(str(limit)) != 0


def _pattern(value: Json, limit: Json, _schema: JsonObject) -> bool:
    import regex  # type: ignore[import-untyped]  # it has no types; re has no time limit, and patterns are untrusted

    try:
        return not regex.search(limit, value, timeout=_PATTERN_SECONDS)
    except (regex.error, TimeoutError):
        return False


def _repeats(value: Json, limit: Json, _schema: JsonObject) -> bool:
    return limit and len({identity(item) for item in value}) < len(value)


def _outside(value: Json, limit: Json, _schema: JsonObject) -> bool:
    return identity(value) not in {identity(item) for item in limit}


ROWS: Final = (
    Row("enum", "enum", "any", "array", _outside),
    Row("const", "enum", "any", "any", lambda value, limit, _: identity(value) != identity(limit)),
    Row(
        "minimum",
        "bound",
        "number",
        "number",
        lambda value, limit, schema: value < limit or (value == limit and schema.get("exclusiveMinimum") is True),
    ),
    Row(
        "maximum",
        "bound",
        "number",
        "number",
        lambda value, limit, schema: value > limit or (value == limit and schema.get("exclusiveMaximum") is True),
    ),
    Row("exclusiveMinimum", "bound", "number", "number", lambda value, limit, _: value <= limit),
    Row("exclusiveMaximum", "bound", "number", "number", lambda value, limit, _: value >= limit),
    Row("multipleOf", "bound", "number", "number", _multiple),
    Row("minLength", "bound", "string", "number", lambda value, limit, _: len(value) < limit),
    Row("maxLength", "bound", "string", "number", lambda value, limit, _: len(value) > limit),
    Row("pattern", "pattern", "string", "string", _pattern),
    Row("minItems", "bound", "array", "number", lambda value, limit, _: len(value) < limit),
    Row("maxItems", "bound", "array", "number", lambda value, limit, _: len(value) > limit),
    Row("uniqueItems", "bound", "array", "boolean", _repeats),
    Row("minProperties", "bound", "object", "number", lambda value, limit, _: len(value) < limit),
    Row("maxProperties", "bound", "object", "number", lambda value, limit, _: len(value) > limit),
)


def refused_by(value: Json, schema: JsonObject) -> tuple[Row, ...]:
    """The rows whose keyword stands in the schema and refuses the value, which is not null."""
    return tuple(
        row
        for row in ROWS
        if row.keyword in schema
        and is_of_type(value, row.applies)
        and is_of_type(schema[row.keyword], row.limit)
        and row.refuses(value, schema[row.keyword], schema)
    )


def types_of(schema: JsonObject) -> tuple[str, ...]:
    """The types that the schema's own `type` names, without null; empty where it names none."""
    given = schema.get("type")
    names = given if isinstance(given, list) else [given]
    return tuple(name for name in names if isinstance(name, str) and name != "null")


def has_wrong_type(value: Json, schema: JsonObject) -> bool:
    """Whether a value that is not null is of none of the schema's types."""
    given = schema.get("type")
    if isinstance(given, str) or (isinstance(given, list) and given):
        return not any(is_of_type(value, name) for name in types_of(schema))
    return False


def admits_null_itself(schema: JsonObject) -> bool | None:
    """What the schema's own keywords say of null: yes, no, or None where they leave it open.

    `nullable: true` counts beside every keyword, also beside an enum that lacks null, as publishers mean it.
    """
    if schema.get("nullable") is True:
        return True
    given = schema.get("type")
    if given is not None:
        named = "null" in given if isinstance(given, list) else given == "null"
        if not named:
            return False
    lists = (("enum", schema.get("enum")), ("const", [schema.get("const")]))
    said = [None in values for keyword, values in lists if keyword in schema and isinstance(values, list)]
    return all(said) if said or given is not None else None


def is_null_alone(schema: Json) -> bool:
    """Whether a branch of a union says nothing but null: `type: null`, or only `nullable: true` beside prose."""
    if not isinstance(schema, Mapping):
        return False
    said = schema.keys() - {"description", "title", "example", "examples", "deprecated", "default"}
    return said == {"nullable"} or (type_of(schema.get("type")) == "string" and schema.get("type") == "null")
