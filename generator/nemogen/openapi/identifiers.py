"""The identifiers inside a file: `$id`, `$anchor` and `$dynamicAnchor` of JSON Schema 2020-12 (core, section 8.2)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final
from urllib.parse import unquote, urljoin

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.pointer import join

_DATA: Final = frozenset({"example", "examples", "default", "enum", "const"})
"""Keys whose values are data: an `$id` in there identifies nothing."""

_NAME_MAPS: Final = frozenset(
    {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "parameters",
     "responses", "requestBodies", "headers", "pathItems", "callbacks", "mediaTypes", "content", "paths", "webhooks"}
)  # fmt: skip
"""Keys of objects whose own keys are names, not keywords."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What the schemas of one file are called.

    `bases` maps the pointer of each schema with `$id` (and of the root, "") to its base URI, `anchors` the pointer of
    such a schema and a name to the pointer of the schema that has the anchor.
    """

    bases: Mapping[str, str]
    anchors: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def has_names(self) -> bool:
        """Whether any schema is called anything."""
        return len(self.bases) > 1 or bool(self.anchors)

    def enclosing(self, pointer: str) -> str:
        """The pointer of the innermost schema with an `$id` around `pointer`; "" where there is none."""
        while pointer and (len(self.bases) == 1 or pointer not in self.bases):
            pointer = "" if len(self.bases) == 1 else pointer.rpartition("/")[0]
        return pointer


def read_identifiers(value: JsonValue, base: str) -> Identifiers:
    """The identifiers in `value`, the content of the file whose base URI is `base`. Linear in its size."""
    if not _has_identifiers(value):
        return Identifiers({"": base})
    bases, anchors = {"": base}, dict[tuple[str, str], str]()
    for pointer, resource, node in _objects(value, "", "", bases):
        for keyword in ("$anchor", "$dynamicAnchor"):
            if isinstance(name := node.get(keyword), str):
                anchors[resource, name] = pointer
    return Identifiers(bases, anchors)


def _has_identifiers(value: JsonValue) -> bool:
    """Whether any object has such a key. Most files have none, and this is ten times as fast as making pointers."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            if "$id" in node or "$anchor" in node or "$dynamicAnchor" in node:
                return True
            waiting.extend(child for child in node.values() if isinstance(child, Mapping | list))
        elif isinstance(node, list):
            waiting.extend(child for child in node if isinstance(child, Mapping | list))
    return False


def _objects(
    value: JsonValue, pointer: str, resource: str, bases: dict[str, str], *, has_names: bool = False
) -> Iterator[tuple[str, str, Mapping[str, JsonValue]]]:
    """Each object that may be a schema, with its pointer and that of the schema with an `$id` around it."""
    if isinstance(value, Mapping):
        if not has_names:
            if isinstance(name := value.get("$id"), str) and not name.startswith("#"):
                bases[pointer] = resolve_uri(bases[resource], name).partition("#")[0]
                resource = pointer
            yield pointer, resource, value
        for key, child in value.items():
            if isinstance(child, Mapping | list) and (has_names or (key not in _DATA and not key.startswith("x-"))):
                names = key in _NAME_MAPS and not has_names
                yield from _objects(child, join(pointer, key), resource, bases, has_names=names)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, child in enumerate(value):
            if isinstance(child, Mapping | list):
                yield from _objects(child, f"{pointer}/{index}", resource, bases)


def resolve_uri(base: str, reference: str) -> str:
    """`reference` (without a fragment) seen from `base`: an absolute URI, or a path relative to the root file.

    Both may be paths of files: "a/b.yaml" and "../c.yaml" give "c.yaml".
    """
    if _SCHEME.match(reference):
        return reference
    if _SCHEME.match(base):
        return urljoin(base, reference)
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(reference)))
