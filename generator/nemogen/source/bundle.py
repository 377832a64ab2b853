"""A document of several files as one: parts of other files become components of the root, or are copied into it.

Pure: other files come through a function. The same files give the same bundle, in whatever order they are loaded.
Components keep the names that the files give them, so that classes get the names that their authors chose.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Final

from nemogen import pointer as pointers
from nemogen.document import Json, JsonObject
from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.text import ParsedText
from nemogen.source.bundle_kinds import KINDS, SECTIONS, SWAGGER_SECTIONS, Shape
from nemogen.source.bundle_references import FileSet, LoadText, Node

_OUTSIDE: Final = re.compile(
    rb"""\$ref["']?\s*:\s*["']?(?![#"'\s])"""
    # A discriminator's mapping: but not one of JSON whose values are all names, or references into the same document.
    rb"""|\bmapping["']?\s*:(?!\s*\{(?>\s*"[^"\\]*+"\s*:\s*"(?:#[^"]*+|[^"\\/#.]*+)"\s*,?)*+\s*\})"""
)
_FILE_NAME: Final = re.compile(r"[/#]|\.(?:json|ya?ml)$")
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Bundle:
    """One document, and the other files in it, by the name passed to `LoadText`. If there are none,
    `value` equals the root."""

    value: Json
    files: Mapping[str, ParsedText]
    root: bytes = b""
    origins: Mapping[str, Location] = field(default_factory=dict)
    """By pointer in the bundle, the origin of that part; everything else came from the root."""

    def original(self, pointer: str, root: str) -> Location:
        """The origin of the part at a pointer of the bundle; `root` is the root's name."""
        inside = pointer
        while inside and inside not in self.origins:
            inside = inside.rpartition("/")[0]
        origin = self.origins.get(inside)
        return replace(origin, pointer=origin.pointer + pointer[len(inside) :]) if origin else Location(root, pointer)

    def text(self) -> bytes:
        """The bundle as JSON, the same bytes for the same files."""
        return (json.dumps(self.value, indent=2, ensure_ascii=False) + "\n").encode()


def may_have_outside_references(content: bytes) -> bool:
    """Whether a text may refer to other files. Rules out nearly all that do not, with one search."""
    return _OUTSIDE.search(content) is not None


def bundle(root: ParsedText, load_text: LoadText) -> Bundle:
    """`root` with everything that it references in other files, directly or indirectly.

    Raises SpecError, with the location of the reference, where one cannot be followed; and CouldNot if
    `load_text` raises it for a file that it could not read.
    """
    if not isinstance(root.value, dict):
        return Bundle(root.value, {})
    refs = FileSet(root, load_text)
    bundler = _Bundler(refs)
    value = bundler.bundle(root.value)
    files = {name: text for name, text in refs.files.items() if name}
    return Bundle(value, files, root.content, bundler.origins)


@dataclass(slots=True)
class _Bundler:
    refs: FileSet
    origins: dict[str, Location] = field(default_factory=dict)
    _names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """By section, file and pointer, the name of the resulting component."""
    _taken: dict[str, set[str]] = field(default_factory=dict)
    _sections: Mapping[str, str] = field(default_factory=dict)
    _waiting: deque[tuple[str, str, str, Node]] = field(default_factory=deque)
    """Components to write: section, name, kind and node."""
    _open: list[tuple[str, str]] = field(default_factory=list)
    """The nodes being copied, outermost first."""

    def bundle(self, root: JsonObject) -> JsonObject:
        is_swagger = "swagger" in root
        self._sections = SWAGGER_SECTIONS if is_swagger else SECTIONS
        node = Node(root, "", "")
        held = node if is_swagger else self._through(node.child("components"))[0]
        for kind, section in self._sections.items():
            self._reserve(kind, section, held.child(section))
        found = dict(self._object(node, "document"))
        made: dict[str, dict[str, Json]] = {}
        while self._waiting:
            section, name, kind, each = self._waiting.popleft()
            made.setdefault(section, {})[name] = self._value(self._placed(each, self._pointer(section, name)), kind)
        if made:
            parts = found if is_swagger else dict(found.get("components") or {})
            parts |= {section: {**(parts.get(section) or {}), **entries} for section, entries in made.items()}
            found = parts if is_swagger else {**found, "components": parts}
        return found

    def _placed(self, node: Node, out: str) -> Node:
        """The node as it is written at the pointer `out` of the bundle."""
        self.origins[out] = Location(self.refs.files[node.name].file, node.at)
        return replace(node, out=out)

    def _pointer(self, section: str, *steps: str) -> str:
        return pointers.join("" if self._sections is SWAGGER_SECTIONS else "/components", section, *steps)

    def _reserve(self, kind: str, section: str, node: Node) -> None:
        """The names in the root. A name that only references another file's node becomes that node's name."""
        entries, _ = self._through(node)
        self._taken[section] = set(entries.value) if isinstance(entries.value, dict) else set()
        for name in entries.value if isinstance(entries.value, dict) else ():
            entry = entries.child(name)
            self._names.setdefault((section, entry.name, entry.at), name)
            target = self.refs.outside(entry)
            if target is None or set(entry.value) != {"$ref"} or (section, target.name, target.at) in self._names:
                continue
            self._names[section, target.name, target.at] = name
            self._waiting.append((section, name, kind, target))

    def _value(self, node: Node, kind: str) -> Json:
        """The node of a kind, as written in the bundle."""
        if isinstance(node.value, list):
            return [self._value(node.child(index), kind) for index in range(len(node.value))]
        if not isinstance(node.value, dict):
            return node.value
        target = self.refs.outside(node)
        if target is None:
            return self._object(node, kind)
        if kind not in self._sections:
            return self._copy(node, target, kind)
        return {**self._object(node, kind), "$ref": self._component(target, kind)}

    def _copy(self, node: Node, target: Node, kind: str) -> Json:
        """Inlines a node without a component section at its reference; keys next to the reference take precedence."""
        if (target.name, target.at) in self._open:
            raise self.refs.fault(node, "leads to itself")
        self._open.append((target.name, target.at))
        found = self._value(self._placed(target, node.out), kind)
        self._open.pop()
        beside = {key: each for key, each in self._object(node, kind).items() if key != "$ref"}
        return {**found, **beside} if isinstance(found, dict) else found

    def _object(self, node: Node, kind: str) -> JsonObject:
        assert isinstance(node.value, dict)
        keys = KINDS[kind]
        found: dict[str, Json] = {}
        for key, each in node.value.items():
            child, below = node.child(key), keys.get(key)
            if kind == "schema" and key == "$id" and node.name:
                continue  # the references to it and within it are rewritten: they are relative to the bundle now
            if kind == "callback" and not key.startswith("x-"):
                found[key] = self._value(child, "path")
            elif kind == "schema" and key == "discriminator":
                found[key] = self._discriminator(child)
            elif below is None:
                found[key] = each
            elif below.shape is Shape.ONE:
                found[key] = self._value(child, below.kind)
            else:
                found[key] = self._entries(child, below.kind)
        return found

    def _entries(self, node: Node, kind: str) -> Json:
        """A map of names to objects of a kind. If the whole map is in another file, it is copied."""
        node, beside = self._through(node)
        if not isinstance(node.value, dict):
            return node.value
        entries = {name: self._value(node.child(name), kind) for name in node.value}
        return {**entries, **beside}

    def _through(self, node: Node) -> tuple[Node, JsonObject]:
        """The map that a node resolves to, and the keys next to the reference."""
        beside: JsonObject = {}
        seen = set[tuple[str, str]]()
        while (target := self.refs.outside(node)) is not None:
            if (target.name, target.at) in seen:
                raise self.refs.fault(node, "leads to itself")
            seen.add((target.name, target.at))
            beside = {**{key: each for key, each in node.value.items() if key != "$ref"}, **beside}
            node = self._placed(target, node.out)
        return node, beside

    def _discriminator(self, node: Node) -> Json:
        mapping = node.value.get("mapping") if isinstance(node.value, dict) else None
        if not isinstance(mapping, dict):
            return node.value
        found = dict(mapping)
        for value, text in mapping.items():
            if isinstance(text, str) and _FILE_NAME.search(text):
                target = self.refs.target(node.child("mapping").child(value), text)
                found[value] = self._component(target, "schema") if target is not None else text
        return {**node.value, "mapping": found}

    def _component(self, target: Node, kind: str) -> str:
        """The reference to the component that `target` becomes."""
        section = self._sections[kind]
        if target.name == "":
            return f"#{target.at}"
        key = (section, target.name, target.at)
        if key not in self._names:
            self._names[key] = name = self._free_name(section, target)
            self._taken[section].add(name)
            self._waiting.append((section, name, kind, target))
        return f"#{self._pointer(section, self._names[key])}"

    def _free_name(self, section: str, target: Node) -> str:
        """After the last step of the pointer, or the file; prefixed with the file if the name is taken."""
        stem = posixpath.splitext(posixpath.basename(target.name.partition("?")[0]))[0]
        steps = pointers.split(target.at)
        name = _NOT_IN_NAMES.sub("_", steps[-1] if steps else stem) or section
        candidates = [name, _NOT_IN_NAMES.sub("_", f"{stem}_{name}")]
        taken, number = self._taken[section], 2
        while candidates[0] in taken:
            candidates = candidates[1:] or [f"{name}_{number}"]
            number += len(candidates) == 1
        return candidates[0]
