"""The arguments of a method, from its parameters and the properties of its body."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nemogen.canonical import ANYTHING, CanonicalParameter, CanonicalSchema
from nemogen.canonical_json import write_bounds
from nemogen.characters import without_unassigned
from nemogen.client.alternatives import first_media
from nemogen.client.body_parts import FormPlan, read_form
from nemogen.client.deprecation import parameter_note
from nemogen.client.environment import Text
from nemogen.client.media_types import request_kind
from nemogen.client.method_plan import Argument, Parameter
from nemogen.client.python_types import PythonType, argument_type, file_type
from nemogen.client.round_trip import Sendable
from nemogen.document import Document, Operation
from nemogen.given_arguments import BODY, WHOLE_BODY
from nemogen.light_dataclasses import dataclass
from nemogen.names import python_name, spellings, with_last_resorts
from nemogen.openapi.json_value import JsonValue
from nemogen.sunset_extensions import deprecation_clause

_SENTENCE = re.compile(r"[\w)`'\"\]%]")
"""What a sentence ends in that lacks its full stop."""

_ORDER = ("path", "query", "querystring", "header", "cookie")
"""The `in` of parameters, in the order of the arguments; bodies follow."""

_EXTRA = ("extra_headers", "extra_query", "extra_body", "timeout")
"""Arguments that every method has of its own."""

_UNTYPED = frozenset({"text", "binary"})
"""Kinds that are one value, whatever the schema says."""

SEQUENCES = frozenset({"lines", "records"})
"""Kinds that are any number of values of the schema."""

_SENT: dict[str, str] = {
    "": "What is sent.",
    **dict.fromkeys(
        SEQUENCES, "The items that are sent, each when it is its turn; a file holds them as they are sent."
    ),
}
"""By kind, what the documentation says of a whole body."""

_BOUNDS = (
    ("minimum", "at least {}"),
    ("exclusiveMinimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusiveMaximum", "less than {}"),
    ("minLength", "at least {} character"),
    ("maxLength", "at most {} character"),
    ("minItems", "at least {} item"),
    ("maxItems", "at most {} item"),
)
"""How the documentation of an argument says a bound; what is counted takes an s where it is not one."""


@dataclass(frozen=True, slots=True)
class Typed:
    """An argument with the imports of its annotation, and whether the caller has to give it."""

    argument: Argument
    required: bool
    nullable: bool
    imports: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Body:
    """The body of an operation: its `properties` as arguments, or `whole`: one argument for all of it."""

    arguments: tuple[Typed, ...]
    whole: bool
    kind: str
    media: str
    request: str | None
    properties: Mapping[str, CanonicalSchema]
    form: FormPlan
    required: bool


def parameters(operation: Operation, schemas: Mapping[str, CanonicalSchema]) -> tuple[tuple[Typed, Parameter], ...]:
    """The parameters of an operation, those of the path first, each with the way it travels."""
    found = sorted(operation.parameters, key=lambda each: _ORDER.index(each.location_in))
    names = _names([(each.name, each.location_in) for each in found], frozenset(), operation)
    result = []
    for name, each in zip(names, found, strict=True):
        kind, said = argument_type(each.schema, schemas), each.description or _said(each.schema, schemas)
        only = _only_value(each.schema, operation.argument_values.get((each.name, each.location_in)))
        typed = _typed(name, each.name, each.schema, each.required, kind, said, only)
        note = parameter_note(operation, each.location_in, each.name)
        travel = _travel(name, each, operation)
        result.append((_noted(typed, note) if note else typed, travel))
    return tuple(result)


def _travel(argument: str, parameter: CanonicalParameter, operation: Operation) -> Parameter:
    """How a parameter is written: reserved characters and content as the spec declares them."""
    found = operation.declared.parameters if operation.declared else ()
    identity = (parameter.location_in, parameter.name)
    own = next((each for each in found if (each.location_in, each.name) == identity), None)
    return Parameter(
        argument,
        parameter.location_in,
        Text(parameter.name),
        parameter.style,
        parameter.explode,
        own is not None and own.allow_reserved and parameter.location_in == "query",
        Text(own.media.name if own is not None and own.media is not None and own.schema is None else ""),
    )


def with_names_of_body(operation: Operation, schemas: Mapping[str, CanonicalSchema]) -> Operation:
    """`operation` where, if it had a body, the properties that are spelt as on the wire have had their names."""
    had = operation.argument_names
    if WHOLE_BODY not in had or operation.body is None or not operation.body.content:
        return operation
    schema = operation.body.content[first_media(operation.body.content)]
    target = schemas[schema.reference] if schema.reference else schema
    others = {key: name for key, name in had.items() if key != WHOLE_BODY}
    given = {*others.values()}
    own = {(name, BODY): name for name in target.properties if next(spellings(name)) == name and name not in given}
    return replace(operation, argument_names=own | others)


def body(operation: Operation, document: Document, taken: frozenset[str], sendable: Sendable) -> Body | None:
    """The body of an operation: JSON where it can be that; `taken` are names that parameters have."""
    schemas = document.schemas
    if operation.body is None or not operation.body.content:
        return None
    media = first_media(operation.body.content)
    schema = operation.body.content[media]
    kind = request_kind(media, schema)
    if kind in SEQUENCES and schema.is_list:
        schema = schema.items or ANYTHING
    form = read_form(operation, media, kind, document.declared)
    required = operation.body.required
    request = schema.reference
    target = schemas[request] if request else schema
    if not target.properties or kind in _UNTYPED | SEQUENCES:
        (name,) = _names([("body", "request")], taken, operation)
        type_ = _whole_type(kind, schema if kind in SEQUENCES else target, form, schemas, sendable)
        described = ANYTHING if kind in SEQUENCES else schema
        typed = _typed(name, "body", described, required, type_, _SENT.get(kind, _SENT[""]))
        return Body((typed,), True, kind, media, None if kind in _UNTYPED else request, {}, form, required)
    properties = target.properties
    names = _names([(name, "body") for name in properties], taken, operation)
    needed = frozenset(target.required if required else ())
    arguments = tuple(
        _typed(
            own,
            name,
            value,
            name in needed,
            file_type(value) if name in form.files else argument_type(value, schemas, sendable),
            _said(value, schemas),
            _only_value(value, operation.argument_values.get((name, "body"))),
        )
        for own, (name, value) in zip(names, properties.items(), strict=True)
    )
    return Body(arguments, False, kind, media, request, properties, form, required)


def _whole_type(
    kind: str, schema: CanonicalSchema, form: FormPlan, schemas: Mapping[str, CanonicalSchema], sendable: Sendable
) -> PythonType:
    """What the one argument for a whole body may be."""
    if kind == "text":
        return PythonType("str")
    if kind == "binary":
        return file_type(ANYTHING)
    if kind in SEQUENCES:
        item, file = argument_type(schema, schemas, sendable), file_type(ANYTHING)
        names = {(".._runtime.iterables", name) for name in ("AsyncIterable", "Iterable")}
        text = f"Iterable[{item.text}] | AsyncIterable[{item.text}] | {file.text}"
        return PythonType(text, item.imports | file.imports | names)
    return file_type(CanonicalSchema(type="object")) if "*" in form.files else argument_type(schema, schemas, sendable)


def _names(wanted: Sequence[tuple[str, str]], taken: frozenset[str], operation: Operation) -> list[str]:
    """Names for arguments that the API calls (name, location): who has had one keeps it, then who has a snake_case
    name already, and of two of one name what is added less often."""
    had = {each: own for each, own in operation.argument_names.items() if own not in {*_EXTRA, *taken}}
    found: dict[tuple[str, str], str] = {each: had[each] for each in wanted if each in had}
    used = {*_EXTRA, *taken, *had.values()}
    others = (each for each in wanted if each not in found)
    ranks = {location: rank for rank, location in enumerate(_ORDER)}
    for name, location in sorted(
        others, key=lambda each: (next(spellings(each[0])) != each[0], each[0], ranks.get(each[1], len(ranks)))
    ):
        candidates = list(spellings(name))
        candidates.insert(-2, f"{python_name(name)}_{location}")
        free = next(each for each in with_last_resorts(candidates, f"{location} {name}") if each not in used)
        used.add(free)
        found[name, location] = free
    return [found[each] for each in wanted]


def _typed(
    name: str,
    api_name: str,
    schema: CanonicalSchema,
    required: bool,
    kind: PythonType,
    said: str,
    only: JsonValue = None,
) -> Typed:
    default = repr(only) if required and only is not None else "" if required else "omit"
    text = kind.text if required else f"{kind.text} | Omit"
    imports = kind.imports if required else kind.imports | {(".._runtime.omit", "Omit"), (".._runtime.omit", "omit")}
    described = _described(said, schema)
    is_deprecated = not required and schema.deprecated
    note = Text(deprecation_clause(schema.sunset) if is_deprecated else "")
    argument = Argument(name, Text(api_name), text, default, Text(described), note)
    return Typed(argument, required and not default, _takes_null(kind), imports)


def _noted(typed: Typed, note: str) -> Typed:
    """The argument with a note at the end of its description."""
    said = typed.argument.doc.value
    doc = Text(f"{said} {note[0].upper()}{note[1:]}.".strip())
    notice = Text(note if typed.argument.default == "omit" else "")
    return replace(typed, argument=replace(typed.argument, doc=doc, deprecation=notice))


def _takes_null(kind: PythonType) -> bool:
    return kind.text == "object" or kind.text.endswith("None")


def _only_value(schema: CanonicalSchema, had: JsonValue) -> JsonValue:
    """The one value that the schema allows; else the one that it allowed once (`had`), where it still does."""
    if len(schema.enum) == 1:
        return schema.enum[0]
    return had if had is not None and _allows(schema, had) else None


def _allows(schema: CanonicalSchema, value: JsonValue) -> bool:
    """Whether a schema has the value among others, or is open for any text."""
    if schema.any_of:
        return any(_allows(each, value) for each in schema.any_of)
    if schema.enum:
        return any(type(each) is type(value) and each == value for each in schema.enum)
    return isinstance(value, str) and schema.type == "string" and not schema.format


def _said(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema]) -> str:
    """What the spec says of a schema, or of the component that it refers to."""
    name = schema.reference
    return schema.description or (schemas[name].description if name else "")


def _described(text: str, schema: CanonicalSchema) -> str:
    """What the spec says of an argument, then its bounds and the default that the server takes."""
    notes = list(_bounds(schema))
    if schema.default is not None:
        notes.append(f"{json.dumps(schema.default, ensure_ascii=False)} when left out")
    if schema.deprecated:
        notes.append(deprecation_clause(schema.sunset))
    first = as_sentence(" ".join(text.split()))
    if not notes:
        return first or _values(schema)
    sentence = f"{'; '.join(notes)}."
    return f"{first} {sentence[0].upper()}{sentence[1:]}".strip()


def as_sentence(text: str) -> str:
    """`text` with a full stop where it ends in a word without one."""
    return f"{text}." if text and _SENTENCE.fullmatch(without_unassigned(text[-1])) else text


def _values(schema: CanonicalSchema) -> str:
    values = schema.enum
    return f"Only {json.dumps(values[0], ensure_ascii=False)}." if len(values) == 1 else ""


def _bounds(schema: CanonicalSchema) -> Iterator[str]:
    for branch in (schema, *schema.any_of):
        found = write_bounds(branch.bounds)
        for bound, text in _BOUNDS:
            if bound in found:
                said = text.format(found[bound])
                yield f"{said}s" if said[-1].isalpha() and found[bound] != 1 else said


def required_first(arguments: tuple[Typed, ...]) -> tuple[Typed, ...]:
    """Arguments that have to be given, then those with a default; each group in the order of the spec."""
    return tuple(sorted(arguments, key=lambda typed: not typed.required))
