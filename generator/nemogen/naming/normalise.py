"""Upstream's document as it is, made valid: one spelling for each thing, only what an operation reaches.

The result is a `Normal`: operations with their schemas in place, and the schemas that references mean. Every repair is
a finding. A document that has no operation at all is refused (`SpecError`); anything less is mended.
"""

from __future__ import annotations

import http
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from nemogen import pointer
from nemogen.document import Json, JsonObject, Operation
from nemogen.errors import Location, SpecError
from nemogen.findings import Finding
from nemogen.names import call_of
from nemogen.naming import parameters, security
from nemogen.naming.reading import NAME, Reading, Spot, list_of, mapping_of, resolved
from nemogen.naming.schemas import canonical
from nemogen.naming.self_references import without_self_references

VERBS: Final = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
_PATH = re.compile(r"/([^{}]|\{[^{}]+\})*")
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Normal:
    """A document after `normalise`: schemas are canonical, and inline in the operations.

    `given` are the pointers of operations that the overlay or the settings name; `schemas` maps the pointer that a
    `$ref` names to what stands there.
    """

    operations: tuple[Operation, ...]
    given: frozenset[str]
    schemas: Mapping[str, JsonObject]
    info: JsonObject
    servers: tuple[JsonObject, ...]
    security_schemes: JsonObject
    security: tuple[JsonObject, ...]
    findings: tuple[Finding, ...]


def normalise(document: JsonObject, file: str, names: Mapping[str, str] | None = None) -> Normal:
    """`document` (parsed, with `paths` a mapping) as a `Normal`; `file` is its name in findings.

    `names` maps "POST /path" to the dotted name that the settings give the operation. Raises SpecError where there is
    no operation.
    """
    reading = Reading(document, file)
    found = tuple(_operations(document, reading, names or {}))
    operations = tuple(operation for operation, _ in found)
    if not operations:
        raise SpecError(
            "the document has no operation",
            where=Location(file, "/paths"),
            remedy="Check the source in api.toml: a document with paths and verbs is needed.",
        )
    return Normal(
        operations,
        frozenset(operation.at for operation, is_given in found if is_given),
        _reached(reading),
        mapping_of(document.get("info")),
        tuple(_servers(document)),
        security.schemes(document, reading),
        security.requirements(document.get("security")),
        tuple(reading.findings),
    )


def _reached(reading: Reading) -> dict[str, JsonObject]:
    """The schemas that references lead to, and those that these lead to: nothing else is kept."""
    found: dict[str, JsonObject] = {}
    while reading.ahead:
        spot = reading.ahead.popleft()
        found[spot.at] = canonical(pointer.follow(reading.document, spot.at), spot, reading)
    return without_self_references(found, reading)


def _servers(document: JsonObject) -> Iterator[JsonObject]:
    """The servers with an address, its variables filled in by their defaults."""
    for server in list_of(document.get("servers")):
        if isinstance(server, Mapping) and isinstance(server.get("url"), str):
            url: str = server["url"]
            for name, variable in mapping_of(server.get("variables")).items():
                url = url.replace(f"{{{name}}}", str(mapping_of(variable).get("default", "")))
            yield {**server, "url": url}


def _operations(document: JsonObject, reading: Reading, names: Mapping[str, str]) -> Iterator[tuple[Operation, bool]]:
    """Each operation, and whether its name was given."""
    for path, item in mapping_of(document.get("paths")).items():
        at = pointer.join("/paths", path)
        whole = resolved(item, reading)
        if not isinstance(whole, Mapping) or not _PATH.fullmatch(str(path)):
            reading.note("path-unreadable", f"{path!r} is no path with operations: left out", at)
            continue
        for verb in VERBS:
            if isinstance(whole.get(verb), Mapping):
                yield _operation(verb, path, whole, pointer.join(at, verb), reading, names)


def _operation(
    verb: str, path: str, item: JsonObject, at: str, reading: Reading, names: Mapping[str, str]
) -> tuple[Operation, bool]:
    source = item[verb]
    name = source.get(NAME) or names.get(f"{verb.upper()} {path}")
    given = name if isinstance(name, str) else None
    mapping: dict[str, Any] = {
        "operationId": f"{verb}_{path}",
        "parameters": parameters.read(path, item, source, at, reading),
        "responses": _responses(source, at, reading),
    }
    body = _body(source, at, reading)
    if body:
        mapping["requestBody"] = body
    for key in ("summary", "description"):
        if isinstance(source.get(key), str) and source[key].strip():
            mapping[key] = source[key].strip()
    if isinstance(source.get("security"), list):
        mapping["security"] = list(security.requirements(source["security"]))
    if source.get("deprecated") is True:
        mapping["deprecated"] = True
    return Operation(verb, path, at, call_of(verb, path, given), mapping), given is not None


def _body(source: JsonObject, at: str, reading: Reading) -> dict[str, Any] | None:
    body = resolved(source.get("requestBody"), reading)
    if not isinstance(body, Mapping):
        return None
    content = _content(body, pointer.join(at, "requestBody"), reading)
    return {"required": body.get("required") is True, "content": content} if content else None


def _responses(source: JsonObject, at: str, reading: Reading) -> dict[str, Any]:
    base = pointer.join(at, "responses")
    found: dict[str, Any] = {}
    for status, entry in mapping_of(source.get("responses")).items():
        spot = pointer.join(base, status)
        response = resolved(entry, reading)
        if not _STATUS.fullmatch(str(status)) or not isinstance(response, Mapping):
            reading.note("response-unreadable", f"`{status}` is no status with a response: left out", spot)
            continue
        description = response.get("description")
        if not isinstance(description, str):
            reading.note(
                "response-description-missing", f"the response {status} has no description: one was made", spot
            )
            description = _phrase(str(status))
        found[_status(status)] = {"description": description, "content": _content(response, spot, reading)}
    if not any(status[0] in "2d" for status in found):
        reading.note("response-missing", "no success is declared: any answer with a 2xx status is accepted", base)
        found["200"] = {"description": _phrase("200"), "content": {}}
    return found


def _status(status: Json) -> str:
    """A status as OpenAPI spells it: 200, 2XX, default."""
    text = str(status).upper()
    return text.lower() if text == "DEFAULT" else text


def _content(owner: JsonObject, at: str, reading: Reading) -> dict[str, Any]:
    found = {}
    for media, entry in mapping_of(owner.get("content")).items():
        steps, schema = _media_schema(str(media), mapping_of(entry), reading)
        spot = pointer.join(at, "content", media, *steps)
        found[str(media)] = {"schema": {} if schema is None else canonical(schema, Spot(spot, spot), reading)}
    return found


def _media_schema(media: str, entry: JsonObject, reading: Reading) -> tuple[tuple[str, ...], Json]:
    """The schema of a body or, of a sequential media type (OpenAPI 3.2), of an item; and the way to it.

    Of server-sent events `itemSchema` is that of the event: what its data is comes from there.
    """
    schema, item = entry.get("schema"), entry.get("itemSchema")
    if schema is not None or item is None:
        return ("schema",), schema
    if media.split(";")[0].strip().lower() != "text/event-stream":
        return ("itemSchema",), item
    data = mapping_of(mapping_of(resolved(item, reading)).get("properties")).get("data")
    if not isinstance(data, Mapping):
        return ("itemSchema",), item
    if "contentSchema" in data:
        return ("itemSchema", "properties", "data", "contentSchema"), data["contentSchema"]
    return ("itemSchema", "properties", "data"), data


def _phrase(status: str) -> str:
    """What HTTP calls the status (RFC 9110)."""
    return (
        http.HTTPStatus(int(status)).phrase if status.isdecimal() and int(status) in list(http.HTTPStatus) else status
    )
