"""Where references lead, in the state in which publishers leave them; and what was noted and visited on the way.

A reference is looked for, in this order: in the schema resource around it (`$id`), in its file, in the outermost schema
around it (some publishers write `#/definitions/T` as if the schema were a document), and in the file or under the `$id`
or `$self` that it names. Files are read through a function that is given, so nothing here touches a disk or a network.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Final, TypeAlias
from urllib.parse import unquote

from nemogen.errors import Location as Location
from nemogen.errors import NemogenError
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.identifiers import Identifiers, read_identifiers, resolve_uri
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.reading import RawNode
from nemogen.openapi.rules import finding
from nemogen.openapi.schema import Target
from nemogen.pointer import split

LoadFile: TypeAlias = Callable[[str], JsonValue]
"""Gives the content of another file. It gets a path relative to the folder of the root file (with /, perhaps with ..
at its start) or a URL, and raises a NemogenError where it does not give that file."""

_MOST_STEPS: Final = 100
"""References that one pointer may pass through: far above any real document."""


@dataclass(slots=True)
class References:
    """The state of reading one document: its files, its findings and what was visited. Implements `Reading`.

    `file` is the name of the root file in locations. `is_schema_2020` says whether `$id` and `$anchor` count.
    """

    root: JsonValue
    file: str
    load_file: LoadFile | None = None
    ignores_siblings: bool = False
    is_schema_2020: bool = True
    findings: list[Finding] = field(default_factory=list)
    visited: dict[str, dict[str, str]] = field(default_factory=lambda: {"": {}})
    """By file and pointer, the kind of each object that was read; empty where no ledger is drawn up."""
    has_ledger: bool = True
    _noted: set[tuple[str, str, Location]] = field(default_factory=set)
    _files: dict[str, JsonValue] = field(default_factory=dict)
    _unread: dict[str, str] = field(default_factory=dict)
    _identifiers: dict[str, Identifiers] = field(default_factory=dict)
    _known: dict[tuple[str, str], RawNode] = field(default_factory=dict)
    _open: set[tuple[str, str]] = field(default_factory=set)
    _nodes: dict[Target, RawNode] = field(default_factory=dict)
    _ending: set[tuple[str, str]] = field(default_factory=set)
    """File and pointer of references that do not lead to themselves."""

    def __post_init__(self) -> None:
        self._files[""] = self.root

    @property
    def files(self) -> Mapping[str, JsonValue]:
        """The files that were read so far; "" is the root file."""
        return self._files

    def node(self, file: str = "") -> RawNode:
        """The root node of a file that was read."""
        return RawNode(self._files[file], file, "")

    def note(self, rule: str, message: str, location: Location, *, is_costly: bool = False) -> None:
        """Report a repair or something that is not supported, once for each location."""
        if (rule, message, location) not in self._noted:
            self._noted.add((rule, message, location))
            self.findings.append(finding(rule, message, location, is_costly=is_costly))

    def visit(self, node: RawNode, kind: str) -> None:
        """Tell the ledger that the object at `node` was read as an object of this kind; the first kind counts."""
        if self.has_ledger:
            self.visited.setdefault(node.file, {}).setdefault(node.pointer, kind)

    def location(self, node: RawNode) -> Location:
        """The location of a node: the name of its file as a user knows it, and its pointer."""
        return Location(self.file_name(node.file), node.pointer)

    def file_name(self, file: str) -> str:
        """The name of a file as a user knows it: beside the root file where it is a relative path."""
        if not file:
            return self.file
        return file if ":" in file else posixpath.normpath(posixpath.join(posixpath.dirname(self.file), file))

    def follow(self, text: str, node: RawNode, scope: str = "", cost: str = "") -> Target | None:
        """The target of the reference `text` at `node`. See `Reading.follow`.

        `cost` says what a caller loses where it leads nowhere ("the operation is left out").
        """
        found = self.find(text, node, scope)
        if found is None:
            self._note_lost(text, node, cost)
        elif self._is_circular(found, scope):
            self._note_cost("reference-circular", f"`{text}` leads only to itself", node, cost)
        else:
            target = Target(found.file, found.pointer)
            self._nodes[target] = found
            return target
        return None

    def raw(self, target: Target) -> RawNode:
        """The raw node at a target that `follow` gave."""
        found = self._nodes.get(target)
        if found is None:
            found = self._walk(RawNode(self._files.get(target.file), target.file, ""), split(target.pointer))
            self._nodes[target] = found = found or RawNode(None, target.file, target.pointer)
        return found

    def find(self, text: str, node: RawNode, scope: str = "") -> RawNode | None:
        """The node that a reference means, chains not followed; None if it leads nowhere. Notes a rebased one."""
        key = (node.file, text)
        found = self._known.get(key)
        if found is not None or key in self._open:
            return found
        self._open.add(key)
        home = self._of_file(node.file).enclosing(node.pointer)
        uri, _, fragment = text.partition("#")
        found = self._elsewhere(uri, fragment, node.file, home) if uri else self._near(node.file, home, fragment)
        if found is not None and not home:
            self._known[key] = found
        if found is None and not uri and scope and fragment.startswith("/"):
            found = self._inside(node.file, scope, fragment)
            if found is not None:
                self.note("reference-rebased", f"`{text}` is relative to its own schema: read so", self.location(node))
        self._open.remove(key)
        return found

    def _near(self, file: str, home: str, fragment: str) -> RawNode | None:
        """What a fragment means in the resource around it, or else in the whole file, where publishers mean that."""
        return self._inside(file, home, fragment) or (self._inside(file, "", fragment) if home else None)

    def _inside(self, file: str, resource: str, fragment: str) -> RawNode | None:
        """What a fragment means in the schema resource at the pointer `resource` of a file."""
        start = RawNode(self._files.get(file), file, "")
        if fragment and not fragment.startswith("/"):
            anchor = self._of_file(file).anchors.get((resource, unquote(fragment)))
            return None if anchor is None else self._walk(start, split(anchor))
        found = self._walk(start, (*split(resource), *split(unquote(fragment))))
        if found is None and "%" in fragment:
            found = self._walk(start, (*split(resource), *split(fragment)))
        return found

    def _elsewhere(self, uri: str, fragment: str, file: str, home: str) -> RawNode | None:
        """What a reference to another resource means, or to a file."""
        resource = self._resource(uri, file, home)
        return self._inside(*resource, fragment) if resource else None

    def _resource(self, uri: str, file: str, home: str) -> tuple[str, str] | None:
        """The file and the pointer of the resource that has this URI; the file is read where it was not."""
        meant = resolve_uri(self._of_file(file).bases[home], uri)
        for known_file, known in self._identifiers.items():
            for pointer, base in known.bases.items():
                if base == meant:
                    return known_file, pointer
        # A `$self` or `$id` may name the published address of a file, while the files that it refers to are beside it.
        for name in (meant, resolve_uri(file, uri)):
            if name == posixpath.basename(self.file):
                return "", ""
            if self._read(name):
                return name, ""
        return None

    def _read(self, name: str) -> bool:
        """Whether there is a file of this name; it is read where it was not."""
        if name not in self._files and name not in self._unread:
            try:
                if self.load_file is None:
                    self._unread[name] = ""
                else:
                    self._files[name] = self.load_file(name)
            except NemogenError as error:
                self._unread[name] = error.problems[0].what
        return name in self._files

    def identifiers(self, file: str) -> Identifiers:
        """What the schemas of a file that was read are called."""
        return self._of_file(file)

    def _of_file(self, file: str) -> Identifiers:
        known = self._identifiers.get(file)
        if known is None:
            value = self._files.get(file)
            base = value.get("$self") if isinstance(value, Mapping) else None
            name = resolve_uri(file, base).partition("#")[0] if isinstance(base, str) and base else file
            known = read_identifiers(value, name) if self.is_schema_2020 else Identifiers({"": name})
            self._identifiers[file] = known
        return known

    def _walk(self, node: RawNode, steps: Sequence[str]) -> RawNode | None:
        """The node at these steps below `node`, following references on the way; None if there is none."""
        passed = 0
        for step in steps:
            child = _step(node, step)
            while child is None and passed < _MOST_STEPS:
                passed += 1
                reference = reference_of(node)
                through = self.find(reference, node) if reference is not None else None
                if through is None:
                    return None
                node, child = through, _step(through, step)
            if child is None:
                return None
            node = child
        return node

    def _is_circular(self, node: RawNode, scope: str) -> bool:
        """Whether references from a node on lead to one another only; a chain of them is followed once."""
        seen: set[tuple[str, str]] = set()
        is_known = True
        while (text := reference_of(node)) is not None:
            key = (node.file, node.pointer)
            if key in seen:
                return True
            seen.add(key)
            following = None if key in self._ending else self.find(text, node, scope)
            if following is None:
                break
            is_known = is_known and (node.file, text) in self._known
            node = following
        if is_known:  # wherever a scope says what a reference means, it may end for another scope alone
            self._ending |= seen
        return False

    def _note_lost(self, text: str, node: RawNode, cost: str) -> None:
        uri = text.partition("#")[0]
        home = self._of_file(node.file).enclosing(node.pointer)
        if not uri or self._resource(uri, node.file, home):
            self._note_cost("reference-dangling", f"`{text}` leads nowhere", node, cost)
        else:
            name = resolve_uri(self._of_file(node.file).bases[home], uri)
            why = self._unread.get(name) or "other files are not read here"
            self._note_cost("reference-outside", f"`{text}` cannot be followed: {why}", node, cost)

    def _note_cost(self, rule: str, message: str, node: RawNode, cost: str) -> None:
        self.note(rule, f"{message}; {cost}" if cost else message, self.location(node), is_costly=bool(cost))


def reference_of(node: RawNode) -> str | None:
    """The text of the `$ref` at a node, or None."""
    value = node.value.get("$ref") if isinstance(node.value, Mapping) else None
    return value if isinstance(value, str) else None


def _step(node: RawNode, step: str) -> RawNode | None:
    if isinstance(node.value, Mapping):
        return node.child(step) if step in node.value else None
    if isinstance(node.value, list) and step.isdecimal() and step.isascii() and len(step) < 10:
        return node.child(int(step)) if int(step) < len(node.value) else None
    return None
