"""Proposes overlay actions that would make the spec match its recordings, for a person to review.

The text is an OpenAPI Overlay 1.1.0 document; targets are JSONPath (RFC 9535).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.recordings.infer import infer
from nemogen.recordings.judge import Group, Judgement, describe, how_often
from nemogen.recordings.recording import JsonBody, essence_of, header
from nemogen.recordings.values import identity
from nemogen.text_safety import in_yaml, needs_escapes

Action: TypeAlias = dict[str, Any]
_UNIONS: Final = ("oneOf", "anyOf")
_BESIDE: Final = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
"""In OpenAPI 3.0 these are true or false, next to the bound itself."""
_WIDTH: Final = 10_000
"""Lines are not wrapped: an unbroken target is easier to find and to change."""
_MEMBER: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def propose(judgement: Judgement, document: JsonObject) -> str:
    """The overlay (YAML) for what `judgement` found against `document`; an empty text if there is nothing to repair.

    Only recordings of real API behavior count (origin live or documentation). A response may become optional,
    nullable, open to a new value, or get a new property, status or wider bound; an invalid request is never excused.
    """
    actions = proposals(judgement, document)
    if not actions:
        return ""
    title = "What the recordings show and the spec does not say"
    return _yaml({"overlay": "1.1.0", "info": {"title": title, "version": "1"}, "actions": actions})


def _yaml(overlay: Json) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Lists are indented by two spaces, as people write them, so that an action can be pasted into an overlay."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, indentless and flow)

        def represent_text(self, text: str) -> yaml.ScalarNode:
            return self.represent_scalar("tag:yaml.org,2002:str", text, style='"' if needs_escapes(text) else None)

    Dumper.add_representer(str, Dumper.represent_text)
    return in_yaml(yaml.dump(overlay, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH))


def proposals(judgement: Judgement, document: JsonObject) -> list[Action]:
    """The actions of `propose`, each with its reason as description; equal ones once."""
    real = [
        Group(faults)
        for group in judgement.groups
        if (faults := tuple(fault for fault in group.faults if fault.recording.origin != "written"))
        and group.fault.direction is Direction.RESPONSE
    ]
    evidence = _Evidence(document, str(document.get("openapi", "3.0")), _missing(real))
    actions: list[Action] = []
    for group in (group for group in real if group.violation.kind in _RULES):
        reason = f"{describe(group)}: {how_often(len(group.faults))} in {_named(group)}."
        for action in _RULES[group.violation.kind](group, evidence):
            target, *rest = action.items()
            actions.append(dict([target, ("description", reason), *rest]))
    return _once(actions)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The input of the rules; `missing` maps an object schema to the required names that are missing."""

    document: JsonObject
    version: str
    missing: Mapping[str, frozenset[str]]

    @property
    def is_old(self) -> bool:
        return self.version.startswith("3.0")

    def schema(self, group: Group) -> JsonObject:
        found = pointer.follow(self.document, group.violation.schema)
        return found if isinstance(found, Mapping) else {}

    def target(self, group: Group, *steps: str) -> str:
        return json_path(pointer.join(group.violation.schema, *steps), self.document)


def _missing(groups: Sequence[Group]) -> dict[str, frozenset[str]]:
    missing: dict[str, frozenset[str]] = {}
    for violation in (group.violation for group in groups):
        if violation.kind == "missing" and violation.keyword == "required":
            missing[violation.schema] = missing.get(violation.schema, frozenset()) | {violation.name}
    return missing


def json_path(location: str, document: JsonObject) -> str:
    """A JSON Pointer into `document` as a JSONPath with the same one node."""
    path = "$"
    value: Json = document
    for step in pointer.split(location):
        is_index = isinstance(value, Sequence) and not isinstance(value, str)
        path += f"[{step}]" if is_index else _member(step)
        value = pointer.follow(value, pointer.join("", step))
    return path


def _member(name: str) -> str:
    return f".{name}" if _MEMBER.fullmatch(name) else f"[{literal(name)}]"


def literal(text: str) -> str:
    """A text as a string of JSONPath in single quotes."""
    escaped = json.dumps(text)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{escaped}'"


def _optional(group: Group, evidence: _Evidence) -> Iterator[Action]:
    """Removes one name from `required`, or all of `required` with its last name (OpenAPI 3.0 requires one)."""
    violation = group.violation
    if violation.keyword == "required":
        target = evidence.target(group, "required")
        is_whole = evidence.missing[violation.schema] >= set(evidence.schema(group).get("required", ()))
        yield {"target": target if is_whole else f"{target}[?@ == {literal(violation.name)}]", "remove": True}


def _nullable(group: Group, evidence: _Evidence) -> Iterator[Action]:
    schema, target = evidence.schema(group), evidence.target(group)
    if "$ref" in schema:
        reference = {"$ref": schema["$ref"]}
        yield {"target": f"{target}['$ref']", "remove": True}
        null = {"anyOf": [reference, {"type": "null"}]}
        yield {"target": target, "update": {"allOf": [reference], "nullable": True} if evidence.is_old else null}
    elif evidence.is_old:
        yield {"target": target, "update": {"nullable": True}}
    else:
        yield from _with_null_type(target, schema)


def _with_null_type(target: str, schema: JsonObject) -> Iterator[Action]:
    if isinstance(schema.get("type"), str):
        yield {"target": f"{target}.type", "remove": True}
        yield {"target": target, "update": {"type": [schema["type"], "null"]}}
    elif isinstance(schema.get("type"), list):
        yield {"target": f"{target}.type", "update": "null"}
    for keyword in _UNIONS:
        if keyword in schema:
            yield {"target": f"{target}.{keyword}", "update": {"type": "null"}}
    if isinstance(schema.get("enum"), list):
        yield {"target": f"{target}.enum", "update": None}


def _new_value(group: Group, evidence: _Evidence) -> Iterator[Action]:
    keyword, value = group.violation.keyword, group.violation.value
    if keyword == "enum":
        yield {"target": evidence.target(group, "enum"), "update": value}
    elif keyword in _UNIONS:
        variant = {"enum": [value]} if evidence.is_old else {"const": value}
        yield {"target": evidence.target(group, keyword), "update": variant}
    else:
        yield {"target": evidence.target(group, "const"), "remove": True}
        values = [evidence.schema(group)["const"], group.violation.value]
        yield {"target": evidence.target(group), "update": {"enum": values}}


def _wider_type(group: Group, evidence: _Evidence) -> Iterator[Action]:
    """Only integers that turn out to have fractions: any other type is for a person to decide."""
    is_whole = evidence.schema(group).get("type") == "integer"
    if group.violation.keyword == "type" and is_whole and group.types == ("number",):
        yield {"target": evidence.target(group, "type"), "update": "number"}


def _no_bound(group: Group, evidence: _Evidence) -> Iterator[Action]:
    keyword = group.violation.keyword
    yield {"target": evidence.target(group, keyword), "remove": True}
    if evidence.schema(group).get(keyword) is True:
        yield {"target": evidence.target(group, _BESIDE[keyword]), "remove": True}


def _new_property(group: Group, evidence: _Evidence) -> Iterator[Action]:
    schema = infer((fault.violation.value for fault in group.faults), openapi=evidence.version)
    yield {"target": evidence.target(group), "update": {"properties": {group.violation.name: schema}}}


def _new_status(group: Group, evidence: _Evidence) -> Iterator[Action]:
    """The status with its media type, and for JSON the shape of the bodies."""
    responses = [fault.recording.response for fault in group.faults]
    media_type = essence_of(header(responses[0].headers, "content-type"))
    values = [response.body.value for response in responses if isinstance(response.body, JsonBody)]
    schema = {"schema": infer(values, openapi=evidence.version)} if values else {}
    content = {"content": {media_type: schema}} if media_type else {}
    status = responses[0].status
    update = {str(status): {"description": f"Status {status}.", **content}}
    if pointer.follow(evidence.document, group.violation.schema) is pointer.MISSING:
        owner, _ = group.violation.schema.rsplit("/", 1)
        yield {"target": json_path(owner, evidence.document), "update": {"responses": update}}
    else:
        yield {"target": evidence.target(group), "update": update}


_RULES: Final[Mapping[str, Callable[[Group, _Evidence], Iterator[Action]]]] = {
    "missing": _optional,
    "null": _nullable,
    "enum": _new_value,
    "type": _wider_type,
    "bound": _no_bound,
    "pattern": _no_bound,
    "undeclared": _new_property,
    "forbidden": _new_property,
    "status": _new_status,
}


def _named(group: Group) -> str:
    names = [recording.name for recording in group.recordings]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _once(actions: Sequence[Action]) -> list[Action]:
    """Merges equal actions and their reasons: a component may be reached in several ways."""
    kept: dict[object, Action] = {}
    for action in actions:
        key = identity({name: value for name, value in action.items() if name != "description"})
        if key in kept:
            kept[key]["description"] += f" {action['description']}"
        else:
            kept[key] = action
    return list(kept.values())
