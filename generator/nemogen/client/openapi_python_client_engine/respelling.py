"""Schemas as openapi-python-client takes them: it refuses a whole class, and all that uses it, for one part of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from nemogen.client.openapi_python_client_engine.tool import (
    TOOL,
    class_identifier,
    keeps_text,
    raw_identifier,
    takes_enum,
)
from nemogen.document import Json, JsonObject
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.schema_tree import component, with_parts
from nemogen.text_safety import clip, visible

_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})
_TYPES: Final[Mapping[str, Any]] = {"string": str, "integer": int, "number": (int, float), "boolean": bool}
_SHOWN: Final = 80


class Respelling:
    """Respells schemas, and keeps a finding for each thing that the client loses by it."""

    def __init__(self, file: str, components: Mapping[str, JsonObject]) -> None:
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

    def schema(self, schema: JsonObject) -> dict[str, Any]:
        """Without the title, which the tool would put before the name that the document gave the class."""
        result = with_parts(schema, self.schema)
        result.pop("title", None)
        if "prefixItems" in result:
            self.report("tool-tuple", f"{TOOL} types no items by position: each is what any of them may be")
            result = _as_list(result)
        if "enum" in result and not takes_enum(result["enum"]):
            self.report("tool-enum", f"{TOOL} makes no class of the values {shown(result['enum'])}: any is taken")
            del result["enum"]
        if "const" in result and not _is_plain(result["const"]):
            self.report("tool-const", f"{TOOL} does not take the constant {shown(result['const'])}: any value is taken")
            del result["const"]
        if "default" in result and not _takes_default(result):
            self.report("tool-default", f"the default {shown(result['default'])} is left to the server")
            del result["default"]
        return self._with_names_apart(result) if "properties" in result else result

    def _with_names_apart(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Without properties whose names the tool changes, or takes for that of another."""
        kept: dict[str, Any] = {}
        known: dict[str, str] = {}
        for name, value in schema["properties"].items():
            other = known.setdefault(raw_identifier(name), name)
            if keeps_text(name) and other == name:
                kept[name] = value
            else:
                why = f"its name is that of {shown(other)}" if other != name else "it drops characters of the name"
                self.report("tool-property", f"{TOOL} has no attribute for {shown(name)}: {why}", costly=True)
            if "enum" in value and class_identifier(self._owner, name) in self._components:
                value["title"] = f"{name} value"  # else the tool drops the owner: its class would have two meanings
        required = [name for name in schema.get("required", ()) if name in kept]
        return {**schema, "properties": kept, "required": required}

    def is_class(self, schema: JsonObject) -> bool:
        """Whether the tool writes a class for the schema."""
        return "properties" in self._components.get(component(schema) or "", {})

    def report_multipart(self, schema: JsonObject) -> None:
        """The tool writes true and false of a multipart body as Python does."""
        target = self._components.get(component(schema) or "", schema)
        for name, each in target.get("properties", {}).items():
            if each.get("type") == "boolean":
                self.report("tool-multipart", f"{TOOL} sends {shown(name)} as True or False", costly=True)

    def sent_as_text(self, schema: JsonObject, name: str) -> dict[str, Any]:
        """The schema of a parameter outside the query, of which the tool takes plain types alone."""
        target = self._components.get(component(schema) or "", schema)
        if target.get("type") in _SCALARS and "format" not in target:
            return self.schema(schema)
        if target.get("type") != "string":
            self.report("tool-parameter-type", f"the value of {shown(name)} is given as the text that is sent")
        return {key: schema[key] for key in ("description",) if key in schema} | {"type": "string"}


def _as_list(schema: dict[str, Any]) -> dict[str, Any]:
    """A tuple as a list of what any of its items may be."""
    found = [*schema["prefixItems"], *([schema["items"]] if "items" in schema else [])]
    kinds = [each for at, each in enumerate(found) if each not in found[:at]]
    kept = {key: value for key, value in schema.items() if key != "prefixItems"}
    return {**kept, "items": kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {}}


def shown(value: Json) -> str:
    """A value of the document in a message: JSON, in ASCII, cut."""
    return clip(visible(json.dumps(value)), _SHOWN)


def _is_plain(value: Json) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and keeps_text(value))


def _takes_default(schema: JsonObject) -> bool:
    """Whether the default is a plain value of the schema's one type, and one of its values."""
    value, kind = schema["default"], schema.get("type")
    if not isinstance(kind, str) or kind not in _TYPES or not isinstance(value, _TYPES[kind]):
        return False
    if (isinstance(value, bool) and kind != "boolean") or "format" in schema or not _is_plain(value):
        return False
    return value in schema.get("enum", (value,)) and value == schema.get("const", value)
