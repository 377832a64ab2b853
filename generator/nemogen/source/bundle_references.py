"""Resolves references to other files: which file, which part of it, and why there is none."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import field
from typing import Final, TypeAlias
from urllib.parse import unquote, urljoin

from nemogen import pointer as pointers
from nemogen.document import Json
from nemogen.errors import CouldNot, NemogenError, SpecError
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.identifiers import Identifiers, read_identifiers, resolve_uri
from nemogen.openapi.text import ParsedText

LoadText: TypeAlias = Callable[[str], ParsedText]
"""Gives another file by its path relative to the folder of the root file, or its URL. Raises a NemogenError."""

_MOST_STEPS: Final = 100
"""The most references that one pointer may pass through."""


def canonical_name(root: str, name: str) -> str:
    """One name for each file, however it is referred to: relative to the folder of `root` (a path or URL) if it is
    below that or on the way to it, else the whole URL."""
    folder = root.rpartition("/")[0]
    if "://" in root:
        url = urljoin(root, name)
        return url.removeprefix(f"{folder}/")
    path = posixpath.normpath(posixpath.join(folder, name)) if name != root else root
    is_outside = "://" in name or path.startswith(("/", "../"))
    return name if is_outside else posixpath.relpath(f"/{path}", f"/{folder}")


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a file: `name` is the file's ("" is the root), `at` its JSON Pointer, `out` that in the bundle."""

    value: Json
    name: str
    at: str
    out: str = ""

    def child(self, step: str | int) -> Node:
        """Null if there is none."""
        found = pointers.follow(self.value, pointers.join("", step))
        value = None if found is pointers.MISSING else found
        return Node(value, self.name, pointers.join(self.at, step), pointers.join(self.out, step))


@dataclass(slots=True)
class FileSet:
    """A root file, and those that are read while references are followed. `files` has both by name; "" is the root."""

    root: ParsedText
    load_text: LoadText
    files: dict[str, ParsedText] = field(default_factory=dict)
    _identifiers: dict[str, Identifiers] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files[""] = self.root

    def outside(self, node: Node) -> Node | None:
        """The target of the reference at a node, if it has to be rewritten for the bundle."""
        text = node.value.get("$ref") if isinstance(node.value, dict) else None
        return self.target(node, text) if isinstance(text, str) else None

    def target(self, node: Node, text: str) -> Node | None:
        """None for a reference that means the same in the bundle, or resolves there by an identifier."""
        uri, _, fragment = text.partition("#")
        known = self._known_by_identifier(node, uri, fragment)
        if known is not None:
            return known if node.name else None
        if uri:
            name = self._file(node, uri)
        elif not node.name:
            return None
        else:
            name = node.name
        found = self._inside(name, fragment)
        if found is not None:
            return found
        # A part of a document is often written as if it were in the root, and that is where it ends up.
        if not uri and self._inside("", fragment) is not None:
            return None
        raise self.fault(node, f"`{text}` leads nowhere in {self.files[name].file}")

    def _known_by_identifier(self, node: Node, uri: str, fragment: str) -> Node | None:
        """The target of a reference in a schema of the same file that it names by its `$id`, or that encloses it."""
        own = self._of(node.name)
        around = own.enclosing(node.at)
        meant = resolve_uri(own.bases[around], uri) if uri else own.bases[around]
        resource = next((at for at, base in own.bases.items() if base == meant), None)
        if resource is None or not (resource or uri):
            return None
        text = unquote(fragment)
        if not text or text.startswith("/"):
            return self._inside(node.name, f"{resource}{text}")
        anchor = own.anchors.get((resource, text))
        return None if anchor is None else self._inside(node.name, anchor)

    def _file(self, node: Node, uri: str) -> str:
        """The name of the file that a reference means."""
        own = self._of(node.name)
        meant = resolve_uri(own.bases[own.enclosing(node.at)], uri)
        name = canonical_name(self.root.file, resolve_uri(node.name, uri))
        if name == canonical_name(self.root.file, self.root.file) or meant == self._of("").bases[""]:
            return ""
        if name not in self.files:
            try:
                self.files[name] = self.load_text(name)
            except NemogenError as error:
                if isinstance(error, CouldNot):
                    raise
                problem = error.problems[0]
                why = f"{problem.where}: {problem.what}" if problem.where else problem.what
                raise self.fault(node, f"`{uri}` cannot be followed: {why}") from error
        return name

    def _of(self, name: str) -> Identifiers:
        if name not in self._identifiers:
            value = self.files[name].value
            own = value.get("$self") if isinstance(value, dict) else None
            base = resolve_uri(name, own) if isinstance(own, str) and own else name
            self._identifiers[name] = read_identifiers(value, base)
        return self._identifiers[name]

    def _inside(self, name: str, fragment: str) -> Node | None:
        """The node that a fragment means in a file, through references on the way."""
        text = unquote(fragment)
        if text and not text.startswith("/"):
            anchor = next((at for (_, each), at in self._of(name).anchors.items() if each == text), None)
            return None if anchor is None else self._inside(name, anchor)
        node = Node(self.files[name].value, name, "")
        for step in pointers.split(text):
            for _ in range(_MOST_STEPS):
                value = pointers.follow(node.value, pointers.join("", step))
                if value is not pointers.MISSING or (through := self._followed(node)) is None:
                    break
                node = through
            if value is pointers.MISSING:
                return None
            node = node.child(step)
        return node

    def _followed(self, node: Node) -> Node | None:
        text = node.value.get("$ref") if isinstance(node.value, dict) else None
        if not isinstance(text, str):
            return None
        return self.outside(node) or self._inside(node.name, text.partition("#")[2])

    def fault(self, node: Node, what: str) -> SpecError:
        where = self.files[node.name].location(node.at)
        return SpecError(what, where=where, remedy="Fix the reference, or the location of the source.")
