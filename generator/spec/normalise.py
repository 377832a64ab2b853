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

from generator import pointer
from generator.errors import Place, SpecError
from generator.ir import Finding, Json, JsonObject, Operation
from generator.naming import call_of
from generator.spec import references
from generator.spec.schemas import NAME, Reading, Spot, canonical

VERBS: Final = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Normal:
    """A document after `normalise`: schemas are canonical, and inline in the operations.

    `schemas` maps the pointer that a `$ref` names to what stands there.
    """

    operations: tuple[Operation, ...]
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
    operations = tuple(_operations(document, reading, names or {}))
    if not operations:
        raise SpecError(
            "the document has no operation",
            where=Place(file, "/paths"),
            remedy="Check the source in api.toml: a document with paths and verbs is needed.",
        )
    return Normal(
        operations,
        _reached(reading),
        _mapping(document.get("info")),
        tuple(server for server in _list(document.get("servers")) if isinstance(server, Mapping)),
        _security_schemes(document, reading),
        tuple(item for item in _list(document.get("security")) if isinstance(item, Mapping)),
        tuple(reading.findings),
    )


def _reached(reading: Reading) -> dict[str, JsonObject]:
    """The schemas that references lead to, and those that these lead to: nothing else is kept."""
    found: dict[str, JsonObject] = {}
    while missing := [at for at in reading.wanted if at not in found]:
        for at in missing:
            found[at] = canonical(pointer.follow(reading.document, at), reading.wanted[at], reading)
    return found


def _operations(document: JsonObject, reading: Reading, names: Mapping[str, str]) -> Iterator[Operation]:
    for path, item in _mapping(document.get("paths")).items():
        at = pointer.join("/paths", path)
        whole = _resolved(item, reading)
        if not isinstance(whole, Mapping) or not str(path).startswith("/"):
            reading.note("path-unreadable", f"{path!r} is no path with operations: left out", at)
            continue
        for verb in VERBS:
            if isinstance(whole.get(verb), Mapping):
                yield _operation(verb, path, whole, pointer.join(at, verb), reading, names)


def _operation(
    verb: str, path: str, item: JsonObject, at: str, reading: Reading, names: Mapping[str, str]
) -> Operation:
    source = item[verb]
    name = source.get(NAME) or names.get(f"{verb.upper()} {path}")
    call = call_of(verb, path, name if isinstance(name, str) else None)
    mapping: dict[str, Any] = {
        "operationId": f"{verb}_{path}",
        "parameters": _parameters(path, item, source, at, reading),
        "responses": _responses(source, at, reading),
    }
    body = _body(source, at, reading)
    if body:
        mapping["requestBody"] = body
    for key in ("summary", "description"):
        if isinstance(source.get(key), str) and source[key].strip():
            mapping[key] = source[key].strip()
    if isinstance(source.get("security"), list):
        mapping["security"] = [entry for entry in source["security"] if isinstance(entry, Mapping)]
    if source.get("deprecated") is True:
        mapping["deprecated"] = True
    return Operation(verb, path, at, call, mapping)


def _parameters(path: str, item: JsonObject, source: JsonObject, at: str, reading: Reading) -> list[dict[str, Any]]:
    """Path level and operation level together (the latter wins), then those of the path that nobody declared."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    levels = ((at.rsplit("/", 1)[0], item.get("parameters")), (at, source.get("parameters")))
    for base, listed in levels:
        for index, entry in enumerate(_list(listed)):
            spot = pointer.join(base, "parameters", index)
            parameter = _parameter(_resolved(entry, reading), spot, reading)
            if parameter:
                found[parameter["in"], parameter["name"]] = parameter
    for name in _PLACEHOLDER.findall(path):
        if ("path", name) not in found:
            reading.note(
                "path-parameter-undeclared", f"`{{{name}}}` of the path is not declared: taken as a string", at
            )
            found["path", name] = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    return list(found.values())


def _parameter(entry: Json, at: str, reading: Reading) -> dict[str, Any] | None:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("name"), str):
        reading.note("parameter-unreadable", "no parameter stands here: left out", at)
        return None
    if entry.get("in") not in {"query", "path", "header", "cookie"}:
        reading.note("parameter-unreadable", f"`{entry['name']}` does not say where it goes: left out", at)
        return None
    schema, where = entry.get("schema"), pointer.join(at, "schema")
    if schema is None and isinstance(entry.get("content"), Mapping) and entry["content"]:
        media, content = next(iter(entry["content"].items()))
        schema, where = _mapping(content).get("schema"), pointer.join(at, "content", media, "schema")
    kept = {key: entry[key] for key in ("description", "style", "explode", "deprecated") if key in entry}
    required = entry["in"] == "path" or entry.get("required") is True
    read = canonical({} if schema is None else schema, Spot(where, where), reading)
    return {"name": entry["name"], "in": entry["in"], "required": required, **kept, "schema": read}


def _body(source: JsonObject, at: str, reading: Reading) -> dict[str, Any] | None:
    body = _resolved(source.get("requestBody"), reading)
    if not isinstance(body, Mapping):
        return None
    content = _content(body, pointer.join(at, "requestBody"), reading)
    return {"required": body.get("required") is True, "content": content} if content else None


def _responses(source: JsonObject, at: str, reading: Reading) -> dict[str, Any]:
    base = pointer.join(at, "responses")
    found: dict[str, Any] = {}
    for status, entry in _mapping(source.get("responses")).items():
        spot = pointer.join(base, status)
        response = _resolved(entry, reading)
        if not _STATUS.fullmatch(str(status)) or not isinstance(response, Mapping):
            reading.note("response-unreadable", f"`{status}` is no status with a response: left out", spot)
            continue
        description = response.get("description")
        if not isinstance(description, str):
            reading.note(
                "response-description-missing", f"the response {status} has no description: one was made", spot
            )
            description = _phrase(str(status))
        found[str(status)] = {"description": description, "content": _content(response, spot, reading)}
    if not any(status[0] in "2d" for status in found):
        reading.note("response-missing", "no success is declared: any answer with a 2xx status is accepted", base)
        found["200"] = {"description": _phrase("200"), "content": {}}
    return found


def _content(owner: JsonObject, at: str, reading: Reading) -> dict[str, Any]:
    found = {}
    for media, entry in _mapping(owner.get("content")).items():
        spot = pointer.join(at, "content", media, "schema")
        schema = _mapping(entry).get("schema")
        found[str(media)] = {"schema": {} if schema is None else canonical(schema, Spot(spot, spot), reading)}
    return found


def _security_schemes(document: JsonObject, reading: Reading) -> dict[str, Any]:
    at = "/components/securitySchemes"
    found: dict[str, Any] = {}
    for name, entry in _mapping(_mapping(document.get("components")).get("securitySchemes")).items():
        scheme = _resolved(entry, reading)
        if not isinstance(scheme, Mapping):
            reading.note(
                "security-scheme-unreadable", f"`{name}` is no security scheme: left out", pointer.join(at, name)
            )
            continue
        if scheme.get("type") == "http" and "in" in scheme:
            reading.note(
                "security-scheme-in", "`in` has no meaning in an http scheme: left out", pointer.join(at, name)
            )
        found[name] = {key: value for key, value in scheme.items() if key != "in" or scheme.get("type") == "apiKey"}
    return found


def _resolved(entry: Json, reading: Reading) -> Json:
    """`entry`, or what its `$ref` leads to (at most ten steps: a circle leads nowhere)."""
    for _ in range(10):
        if not isinstance(entry, Mapping) or not isinstance(entry.get("$ref"), str):
            return entry
        target = references.resolve(reading.document, entry["$ref"], "")
        entry = target.schema if target else None
    return None


def _phrase(status: str) -> str:
    """What HTTP calls the status (RFC 9110)."""
    return (
        http.HTTPStatus(int(status)).phrase if status.isdecimal() and int(status) in list(http.HTTPStatus) else status
    )


def _mapping(value: Json) -> JsonObject:
    return value if isinstance(value, Mapping) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
