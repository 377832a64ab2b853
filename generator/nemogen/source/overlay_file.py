"""overlay.yaml as read: a validated OpenAPI Overlay of version 1.0 or 1.1, with the location of each action."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from nemogen.document import Json
from nemogen.errors import Location, OverlayError, Problem, SpecError
from nemogen.light_dataclasses import dataclass
from nemogen.pointer import MISSING, join
from nemogen.source.load import Loaded, load

if TYPE_CHECKING:
    from nemogen.source.jsonpath import Query

_VERSION: Final = re.compile(r"1\.([01])\.\d+")


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `update` is MISSING if the overlay has none (null is a value); `location` is its own."""

    target: str
    query: Query
    location: Location
    description: str | None
    update: Json
    copy: Query | None
    remove: bool


@dataclass(frozen=True, slots=True)
class Overlay:
    """Actions in order. `minor` is 0 or 1: the rules of version 1.0 or 1.1."""

    file: str
    minor: int
    actions: tuple[Action, ...]


def read_overlay(content: bytes, file: str) -> Overlay:
    """The overlay in `content` (YAML or JSON); `file` is the path for messages.

    Raises OverlayError with all problems at once: invalid YAML, missing, unknown or invalid fields, a path that is not
    RFC 9535, two equal actions.
    """
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in content.splitlines()):
        remedy = "Delete the file, or give it overlay, info and actions."
        raise OverlayError("the overlay is empty", where=Location(file), remedy=remedy)
    try:
        loaded = load(content, file)
    except SpecError as error:
        first, *others = error.problems
        raise OverlayError(first.what, where=first.where, remedy=first.remedy, others=tuple(others)) from None
    reader = _Reader(loaded)
    overlay = reader.overlay()
    if reader.problems:
        first, *others = reader.problems
        raise OverlayError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    return overlay


_Fields: TypeAlias = Mapping[str, tuple[type, str]]
_ROOT: Final[_Fields] = {
    "overlay": (str, "a string"),
    "info": (dict, "an object"),
    "extends": (str, "a string"),
    "actions": (list, "a list"),
}
_INFO: Final[_Fields] = {"title": (str, "a string"), "version": (str, "a string"), "description": (str, "a string")}
_ACTION: Final[_Fields] = {
    "target": (str, "a string"),
    "description": (str, "a string"),
    "update": (object, "any value"),
    "copy": (str, "a string"),
    "remove": (bool, "true or false"),
}
_SINCE_1_1: Final = {"/info": "description", "/actions": "copy"}
"""Fields that version 1.0 does not have, by object."""


class _Reader:
    """Collects every problem; its result is only valid if there is none."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._minor = 1
        self.problems = [
            Problem(finding.message, finding.revision, "Remove one of the two.") for finding in loaded.findings
        ]

    def overlay(self) -> Overlay:
        root = self._loaded.value
        if not isinstance(root, dict):
            self._add("an overlay must be an object", "", "Begin with: overlay: 1.1.0.")
            return Overlay(self._loaded.file, 1, ())
        self._version(root.get("overlay"))
        self._fields(root, "", _ROOT, ("overlay", "info", "actions"))
        if isinstance(root.get("info"), dict):
            self._fields(root["info"], "/info", _INFO, ("title", "version"))
        rows = root.get("actions")
        rows = rows if isinstance(rows, list) else []
        if "actions" in root and not rows:
            self._add("an overlay must have at least one action", "/actions", "Add one, or remove the file.")
        texts = [json.dumps(row, sort_keys=True) for row in rows]
        for index, text in enumerate(texts):
            if text in texts[:index]:
                self._add("the same action appears above", f"/actions/{index}", "Remove one of the two.")
        locations = self._loaded.locate_all(f"/actions/{index}" for index in range(len(rows)))
        actions = [self._action(row, *each) for row, each in zip(rows, locations.items(), strict=True)]
        return Overlay(self._loaded.file, self._minor, tuple(action for action in actions if action is not None))

    def _version(self, version: Json) -> None:
        found = _VERSION.fullmatch(version) if isinstance(version, str) else None
        if found:
            self._minor = int(found.group(1))
        elif isinstance(version, str):
            self._add(f"version {version!r} of the Overlay Specification", "/overlay", "1.0.x and 1.1.x are supported.")

    def _action(self, row: Json, pointer: str, location: Location) -> Action | None:
        if not isinstance(row, dict):
            self._add("an action must be an object", pointer, "Write target, description, and update, copy or remove.")
            return None
        before = len(self.problems)
        self._fields(row, pointer, _ACTION, ("target",))
        target = self._query(row.get("target"), f"{pointer}/target")
        source = self._query(row.get("copy"), f"{pointer}/copy")
        if target is None or len(self.problems) > before:
            return None
        return Action(
            target=row["target"],
            query=target,
            location=location,
            description=row.get("description"),
            update=row.get("update", MISSING),
            copy=source,
            remove=row.get("remove", False),
        )

    def _fields(self, value: Mapping[str, Json], pointer: str, known: _Fields, required: tuple[str, ...]) -> None:
        young = _SINCE_1_1.get(re.sub(r"/\d+$", "", pointer)) if self._minor == 0 else None
        for name, entry in value.items():
            here = join(pointer, name)
            if name == young:
                self._add(f"{name} requires version 1.1", here, "Write overlay: 1.1.0 at the top.")
            elif name not in known:
                if not name.startswith("x-"):
                    self._add(f"unknown field {name!r}", here, f"Allowed here: {', '.join(known)}, and x-….")
            elif not isinstance(entry, known[name][0]):
                self._add(f"{name} must be {known[name][1]}", here, "Fix it; quote a string that looks like a number.")
        for name in required:
            if name not in value:
                self._add(f"{name} is missing", pointer, f"Add it: it is {known[name][1]}.")

    def _query(self, text: Json, pointer: str) -> Query | None:
        if not isinstance(text, str):
            return None
        from nemogen.source.jsonpath import QueryError, compile_path

        try:
            return compile_path(text)
        except (QueryError, RecursionError) as error:
            remedy = "Write it as in RFC 9535, for example $.paths['/v1/chat'].post."
            self._add(f"{text!r} is not a valid JSONPath: {error}", pointer, remedy)
            return None

    def _add(self, what: str, pointer: str, remedy: str) -> None:
        self.problems.append(Problem(what, self._loaded.locate(pointer), remedy))
