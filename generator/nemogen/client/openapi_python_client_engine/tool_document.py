"""The corrected, named document as openapi-python-client gets it: what it would drop or read wrong is respelt here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nemogen.canonical import CanonicalParameter, CanonicalSchema, references
from nemogen.canonical_json import JsonSchema
from nemogen.client.media_types import body_kind, is_range
from nemogen.client.openapi_python_client_engine.placement import Placed
from nemogen.client.openapi_python_client_engine.respelling import Respelling, shown
from nemogen.client.openapi_python_client_engine.tool import TOOL, keeps_text, raw_identifier
from nemogen.client.reachable import reached
from nemogen.cycles import on_circles
from nemogen.document import Document, Operation
from nemogen.findings import Direction, Finding
from nemogen.light_dataclasses import dataclass
from nemogen.names import words

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_KNOWN_PLACEHOLDER: Final = re.compile(r"[a-zA-Z_-][a-zA-Z0-9_-]*")
"""What its parser finds between the braces of a path."""
_STREAM: Final = "text/event-stream"
_BINARY: Final[JsonSchema] = {"type": "string", "format": "binary"}


@dataclass(frozen=True, slots=True)
class GivenOperation:
    """What the tool gets of an operation: its value of OpenAPI 3.1, and what that has, as ToolFunction has it."""

    value: JsonSchema
    parameters: frozenset[tuple[str, str]]
    bodies: frozenset[str]
    statuses: frozenset[str]
    media_types: frozenset[str]


@dataclass(frozen=True, slots=True)
class ToolDocument:
    """`spec` is a value of OpenAPI 3.1: components under their final names, operations with id and tag.

    `operations` are those of it by their module; media types `as_bytes` are unknown to the tool; `findings` say what
    was respelt.
    """

    spec: JsonSchema
    operations: Mapping[str, GivenOperation]
    as_bytes: frozenset[str]
    findings: tuple[Finding, ...]


def document_for_tool(document: Document, placed: Sequence[Placed]) -> ToolDocument:
    """The document with its operations where `placed` has them."""
    respelling = Respelling(file_of(document), document.schemas)
    paths: dict[str, JsonSchema] = {}
    operations: dict[str, GivenOperation] = {}
    for each in placed:
        respelling.enter(each.label, each.operation.at)
        given = _given(each.operation, respelling)
        operations[each.module] = given
        own: JsonSchema = {**given.value, "operationId": each.name, "tags": [each.tag]}
        paths.setdefault(tool_path(each.operation.path), {})[each.operation.method] = own
    spec: JsonSchema = {
        "openapi": "3.1.0",
        "info": {"title": "api", "version": "0"},
        "paths": paths,
        "components": {"schemas": dict(_components(document, respelling))},
    }
    media_types = {media for each in operations.values() for media in each.media_types}
    as_bytes = frozenset(media for media in media_types if _is_unknown(media))
    return ToolDocument(spec, operations, as_bytes, tuple(respelling.findings))


def file_of(document: Document) -> str:
    """The name of the document in findings."""
    return next((each.declared.location.file for each in document.operations if each.declared), "")


def _components(document: Document, respelling: Respelling) -> Iterator[tuple[str, JsonSchema]]:
    used = reached(document, Direction.REQUEST) | reached(document, Direction.RESPONSE)
    wanted = {name: schema for name, schema in document.schemas.items() if name in used}
    edges = {name: references([schema]) for name, schema in wanted.items() if not schema.properties}
    circles = on_circles(edges)
    for name, schema in wanted.items():
        respelling.enter(name, document.origins.get(name, ""))
        if name in circles:
            respelling.report("tool-recursion", f"{TOOL} takes no list or union that holds itself: it is any value")
        yield name, {} if name in circles else respelling.schema(schema)


def _given(operation: Operation, respelling: Respelling) -> GivenOperation:
    parameters = list(_parameters(operation.parameters, respelling))
    bodies = dict(_bodies(operation.body_content, respelling))
    responses = {
        status: dict(_response(status, response.content, respelling))
        for status, response in operation.responses.items()
    }
    said = (("summary", operation.summary), ("description", operation.description))
    value: JsonSchema = {key: text for key, text in said if text}
    if operation.deprecated:
        value["deprecated"] = True
    value["parameters"] = parameters
    if operation.body is not None:
        value["requestBody"] = {"required": operation.body.required, "content": bodies}
    value["responses"] = {status: {"description": "", "content": content} for status, content in responses.items()}
    declared = operation.declared
    if declared is not None and declared.security_is_own and declared.security:
        value["security"] = [{name: [] for name in each.schemes} for each in declared.security]
    return GivenOperation(
        value,
        frozenset((str(each["in"]), str(each["name"])) for each in parameters),
        frozenset(bodies),
        frozenset(responses),
        frozenset(bodies).union(*responses.values()),
    )


def tool_path(path: str) -> str:
    """The path with placeholders that the parser knows, and braces that are none as a URL has them."""
    pieces = _PLACEHOLDER.split(path)
    literals = [piece.replace("{", "%7B").replace("}", "%7D") for piece in pieces[::2]]
    names = [f"{{{_placeholder(piece)}}}" for piece in pieces[1::2]]
    return "".join(piece for pair in zip(literals, (*names, ""), strict=True) for piece in pair)


def _placeholder(name: str) -> str:
    """The name of a path's parameter, which no server sees."""
    return name if _KNOWN_PLACEHOLDER.fullmatch(name) else "_".join(("at", *words(name)))


def _parameters(parameters: Sequence[CanonicalParameter], respelling: Respelling) -> Iterator[JsonSchema]:
    known: dict[tuple[str, str], str] = {}
    for each in parameters:
        location, name = each.location_in, each.name
        other = known.setdefault((location, raw_identifier(name)), name)
        if location == "querystring":
            respelling.report("tool-parameter", f"{TOOL} sends no whole query {shown(name)}", costly=True)
        elif location == "path":
            own = replace(each, name=_placeholder(name))
            yield _parameter(own, respelling.sent_as_text(each.schema, name))
        elif other != name or not keeps_text(name):
            why = f"its name is that of {shown(other)}" if other != name else "it drops characters of the name"
            respelling.report("tool-parameter", f"{TOOL} has no argument for {shown(name)}: {why}", costly=True)
        elif location == "query":
            yield _parameter(each, respelling.schema(each.schema))
        else:
            yield _parameter(each, respelling.sent_as_text(each.schema, name))


def _parameter(parameter: CanonicalParameter, schema: JsonSchema) -> JsonSchema:
    found: JsonSchema = {"name": parameter.name, "in": parameter.location_in, "required": parameter.required}
    if parameter.description:
        found["description"] = parameter.description
    if parameter.deprecated:
        found["deprecated"] = True
    if parameter.explode is not None:
        found["explode"] = parameter.explode
    if parameter.style is not None:
        found["style"] = parameter.style
    return {**found, "schema": schema}


def _bodies(content: Mapping[str, CanonicalSchema], respelling: Respelling) -> Iterator[tuple[str, JsonSchema]]:
    """Bodies, of which the tool distinguishes several by their classes alone."""
    seen: list[JsonSchema] = []
    has_class = True
    for media, declared in content.items():
        schema = _BINARY if _is_unknown(media) else respelling.schema(declared)
        is_class = schema is _BINARY or respelling.is_class(declared)
        if seen and (not is_class or not has_class or schema in seen):
            respelling.report("tool-body", f"{TOOL} cannot distinguish the body {media} from another", costly=True)
            continue
        if body_kind(media) == "multipart":
            respelling.report_multipart(declared)
        seen.append(schema)
        has_class = is_class
        yield "application/json" if is_range(media) else media, {"schema": schema}


def _response(
    status: str, content: Mapping[str, CanonicalSchema], respelling: Respelling
) -> Iterator[tuple[str, JsonSchema]]:
    """The one media type that the tool reads of a response: JSON, else what comes first."""
    if not content:
        return
    chosen = min(content, key=lambda media: (body_kind(media) != "json", media == _STREAM))
    for media in content.keys() - {chosen}:
        respelling.report("tool-media-type", f"{TOOL} reads {chosen} of the response {status}, and not {media}")
    if body_kind(chosen) == "json":
        yield (
            ("application/json" if is_range(chosen) else chosen),
            {"schema": respelling.schema(content[chosen])},
        )
    elif chosen.lower().startswith("text/"):
        if chosen.startswith(_STREAM):
            respelling.report("tool-stream", f"{TOOL} reads the stream of the response {status} whole, as text")
        yield chosen, {"schema": {"type": "string"}}
    else:
        yield chosen, {"schema": _BINARY}


def _is_unknown(media: str) -> bool:
    """Whether the body is declared as bytes to the tool: it reads such media types in responses, not in requests."""
    return body_kind(media) in {"text", "binary"}
