"""Schemas as openapi-python-client takes them: it refuses a whole class, and all that uses it, for one part of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from nemogen.canonical import ANYTHING, CanonicalSchema, NamingFacts
from nemogen.canonical_json import JsonSchema, write_canonical
from nemogen.client.openapi_python_client_engine.tool import (
    TOOL,
    class_identifier,
    keeps_text,
    raw_identifier,
    takes_enum,
)
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.openapi.json_value import JsonValue
from nemogen.text_safety import clip, visible

_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}
_SHOWN: Final = 80


class Respelling:
    """Respells schemas, and keeps a finding for each thing that the client loses by it."""

    def __init__(self, file: str, components: Mapping[str, CanonicalSchema]) -> None:
        self.findings: list[Finding] = []
        self._file, self._components = file, components
        self._owner, self._pointer = "", ""

    def enter(self, owner: str, pointer: str) -> None:
        """What is respelt from now on belongs to this component or operation."""
        self._owner, self._pointer = owner, pointer

    def report(self, rule: str, message: str, *, costly: bool = False) -> None:
        """`costly`: callers lose an operation, an argument or a credential."""
        found = Finding(
            rule,
            Level.RISKY if costly else Level.NOTE,
            f"{self._owner}: {message}",
            area="client",
            key=f"{self._owner} {message}",
            revision=Location(self._file, self._pointer),
        )
        if found not in self.findings:
            self.findings.append(found)

    def schema(self, schema: CanonicalSchema) -> JsonSchema:
        """The schema as the tool takes it, printed."""
        printed = _print(self._respelt(schema))
        return {"properties": {}, "required": [], **printed} if schema.properties else printed

    def _respelt(self, schema: CanonicalSchema) -> CanonicalSchema:
        result = schema.with_parts(self._respelt)
        if result.prefix_items is not None:
            self.report("tool-tuple", f"{TOOL} types no items by position: each is what any of them may be")
            result = _as_list(result)
        if result.enum and not takes_enum(result.enum):
            self.report("tool-enum", f"{TOOL} makes no class of the values {shown(result.enum)}: any is taken")
            result = replace(result, enum=())
        if result.default is not None and not _takes_default(result):
            self.report("tool-default", f"the default {shown(result.default)} is left to the server")
            result = replace(result, default=None)
        return self._with_names_apart(result) if result.properties else result

    def _with_names_apart(self, schema: CanonicalSchema) -> CanonicalSchema:
        """Without properties whose names the tool changes, or takes for that of another."""
        kept: dict[str, CanonicalSchema] = {}
        known: dict[str, str] = {}
        for name, value in schema.properties.items():
            other = known.setdefault(raw_identifier(name), name)
            if keeps_text(name) and other == name:
                kept[name] = value
            else:
                why = f"its name is that of {shown(other)}" if other != name else "it drops characters of the name"
                self.report("tool-property", f"{TOOL} has no attribute for {shown(name)}: {why}", costly=True)
            if name in kept and value.enum and class_identifier(self._owner, name) in self._components:
                # Without a title the tool drops the owner: its class would have two meanings.
                kept[name] = replace(value, facts=NamingFacts(title=f"{name} value"))
        return replace(schema, properties=kept, required=tuple(name for name in schema.required if name in kept))

    def is_class(self, schema: CanonicalSchema) -> bool:
        """Whether the tool writes a class for the schema."""
        return bool(self._components.get(schema.reference or "", ANYTHING).properties)

    def report_multipart(self, schema: CanonicalSchema) -> None:
        """The tool writes true and false of a multipart body as Python does."""
        target = self._components.get(schema.reference or "", schema)
        for name, each in target.properties.items():
            if each.type == "boolean":
                self.report("tool-multipart", f"{TOOL} sends {shown(name)} as True or False", costly=True)

    def sent_as_text(self, schema: CanonicalSchema, name: str) -> JsonSchema:
        """The schema of a parameter outside the query, of which the tool takes plain types alone."""
        target = self._components.get(schema.reference or "", schema)
        if target.type in _SCALARS and not target.format:
            return self.schema(schema)
        if target.type != "string":
            self.report("tool-parameter-type", f"the value of {shown(name)} is given as the text that is sent")
        return write_canonical(CanonicalSchema(type="string", description=schema.description))


def _print(schema: CanonicalSchema) -> JsonSchema:
    printed = write_canonical(schema, _print)
    if schema.facts.title:
        printed["title"] = schema.facts.title
    return printed


def _as_list(schema: CanonicalSchema) -> CanonicalSchema:
    """A tuple as a list of what any of its items may be."""
    found = [*(schema.prefix_items or ()), *([schema.items] if schema.items is not None else [])]
    kinds = tuple(each for at, each in enumerate(found) if each not in found[:at])
    items = kinds[0] if len(kinds) == 1 else CanonicalSchema(any_of=kinds)
    return replace(schema, prefix_items=None, items=items)


def shown(value: JsonValue) -> str:
    """A value of the document in a message: JSON, in ASCII, cut."""
    return clip(visible(json.dumps(value)), _SHOWN)


def _is_plain(value: JsonValue) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and keeps_text(value))


def _takes_default(schema: CanonicalSchema) -> bool:
    """Whether the default is a plain value of the schema's one type, and one of its values."""
    value, kind = schema.default, schema.type
    if kind is None or kind not in _TYPES or not isinstance(value, _TYPES[kind]):
        return False
    if (isinstance(value, bool) and kind != "boolean") or schema.format or not _is_plain(value):
        return False
    return not schema.enum or value in schema.enum
