"""The arguments of a method, from its parameters and the properties of its body."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.errors import NameClash, Place
from generator.ir import Json, JsonObject, Operation
from generator.naming import python_name
from generator.render.engine_input import PREFIX, body_kind, is_file
from generator.render.environment import Text
from generator.render.plan import Argument, Parameter
from generator.render.python_types import PythonType, argument_type

STREAM = "stream"
"""The property of a body that asks for events, in every API that can answer either way."""

_EXTRA = ("extra_headers", "extra_query", "extra_body", "timeout")
"""Arguments that every method has of its own."""

_BOUNDS = (
    ("minimum", "at least {}"),
    ("exclusiveMinimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusiveMaximum", "less than {}"),
    ("minLength", "at least {} characters"),
    ("maxLength", "at most {} characters"),
    ("minItems", "at least {} items"),
    ("maxItems", "at most {} items"),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """An argument with the imports of its annotation, and whether the caller has to give it."""

    argument: Argument
    required: bool
    nullable: bool
    imports: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Body:
    """The body of an operation: its properties as arguments, or `whole`: one argument for all of it."""

    arguments: tuple[Typed, ...]
    whole: bool
    kind: str
    media: str
    request: str | None
    files: tuple[str, ...]


def parameters(operation: Operation, schemas: Mapping[str, JsonObject]) -> tuple[tuple[Typed, Parameter], ...]:
    """The parameters of an operation, those of the path first, each with the way it travels."""
    order = ("path", "query", "header", "cookie")
    found = sorted(operation.mapping["parameters"], key=lambda entry: order.index(entry["in"]))
    used: set[str] = set(_EXTRA)
    result = []
    for entry in found:
        name = _unused(entry["name"], entry["in"], used, operation)
        typed = _typed(name, entry["name"], entry["schema"], entry["required"], entry.get("description", ""), schemas)
        travel = Parameter(name, entry["in"], Text(entry["name"]), entry.get("style"), entry.get("explode"))
        result.append((typed, travel))
    return tuple(result)


def body(operation: Operation, schemas: Mapping[str, JsonObject], taken: frozenset[str]) -> Body | None:
    """The body of an operation: JSON where it can be that; `taken` are names that parameters have."""
    content = operation.mapping.get("requestBody", {}).get("content")
    if not content:
        return None
    media = min(content, key=lambda name: ("json", "multipart", "form", "binary").index(body_kind(name)))
    kind, schema = body_kind(media), content[media]["schema"]
    target = schemas[schema["$ref"].removeprefix(PREFIX)] if "$ref" in schema else schema
    if "properties" not in target or kind == "binary":
        binary = {"type": "string", "format": "binary"} if kind == "binary" else schema
        required = operation.mapping["requestBody"]["required"]
        typed = _typed("body", "body", binary, required, "What is sent.", schemas)
        return Body((typed,), True, kind, media, _component(schema), ())
    used = {*_EXTRA, *taken}
    arguments = []
    for name, value in target["properties"].items():
        own = _unused(name, "body", used, operation)
        arguments.append(_typed(own, name, value, name in target.get("required", ()), "", schemas))
    files = tuple(name for name, value in target["properties"].items() if is_file(value))
    return Body(tuple(arguments), False, kind, media, _component(schema), files)


def _component(schema: JsonObject) -> str | None:
    return str(schema["$ref"]).removeprefix(PREFIX) if "$ref" in schema else None


def _unused(api_name: str, place: str, used: set[str], operation: Operation) -> str:
    """A name for the argument: as Python writes it, else as the API does, else with its place behind it."""
    name = python_name(api_name)
    plain = re.sub(r"\W", "_", api_name)
    for candidate in (
        name,
        plain if plain.isidentifier() and not keyword.iskeyword(plain) else name,
        f"{name}_{place}",
    ):
        if candidate not in used:
            used.add(candidate)
            return candidate
    raise NameClash(
        f"two arguments of {operation.call} want the name {name}: the API calls the second {api_name!r}",
        where=Place("openapi.json", operation.at),
        remedy="Remove one of them with an overlay action; extra_body and extra_query still send it.",
    )


def _typed(
    name: str, api_name: str, schema: JsonObject, required: bool, doc: str, schemas: Mapping[str, JsonObject]
) -> Typed:
    kind = argument_type(schema, schemas)
    only = _only_value(schema)
    default = repr(only) if required and only is not None else "" if required else "omit"
    text = kind.text if required else f"{kind.text} | Omit"
    imports = kind.imports if required else kind.imports | {(".._runtime.omit", "Omit"), (".._runtime.omit", "omit")}
    described = _described(doc or schema.get("description") or _of_target(schema, schemas), schema)
    argument = Argument(name, Text(api_name), text, default, Text(described))
    return Typed(argument, required and not default, _takes_null(kind), imports)


def _takes_null(kind: PythonType) -> bool:
    return kind.text == "object" or kind.text.endswith("None")


def _only_value(schema: JsonObject) -> Json:
    values = schema.get("enum", ())
    return values[0] if len(values) == 1 else None


def _of_target(schema: JsonObject, schemas: Mapping[str, JsonObject]) -> str:
    name = _component(schema)
    return str(schemas[name].get("description", "")) if name else ""


def _described(text: str, schema: JsonObject) -> str:
    """What the spec says of an argument, then its bounds and the default that the server takes."""
    notes = list(_bounds(schema))
    if "default" in schema:
        notes.append(f"{json.dumps(schema['default'], ensure_ascii=False)} when left out")
    if schema.get("deprecated") is True:
        notes.append("deprecated")
    first = " ".join(text.split())
    if not notes:
        return first or _values(schema)
    sentence = f"{'; '.join(notes)}."
    return f"{first} {sentence[0].upper()}{sentence[1:]}".strip()


def _values(schema: JsonObject) -> str:
    values = schema.get("enum", ())
    return f"Only {json.dumps(values[0], ensure_ascii=False)}." if len(values) == 1 else "Not described by the API."


def _bounds(schema: JsonObject) -> Iterator[str]:
    for branch in (schema, *schema.get("anyOf", ())):
        for bound, words in _BOUNDS:
            if bound in branch:
                yield words.format(branch[bound])


def required_first(arguments: tuple[Typed, ...]) -> tuple[Typed, ...]:
    """Arguments that have to be given, then those with a default; each group in the order of the spec."""
    return tuple(sorted(arguments, key=lambda typed: not typed.required))
