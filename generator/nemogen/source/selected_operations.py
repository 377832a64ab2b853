"""Selects the operations of a client by `[operations] include` and `exclude` of api.toml.

An entry is a path pattern ("/v1/*"), a method and one ("GET /v1/*", "* /v1/*"), or a tag ("tag:billing"). `*` matches
any text, including slashes, as in `nemogen diff --operation`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Final

from nemogen import pointer as pointers
from nemogen.config import Selection, Settings
from nemogen.config_schema import SELECTION
from nemogen.errors import ConfigError, Location, Problem
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonObject, JsonValue

TAG: Final = "tag:"
_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_MOST_LISTED: Final = 8
_MOST_STEPS: Final = 100


@dataclass(frozen=True, slots=True)
class _Operation:
    method: str
    path: str
    tags: tuple[str, ...]

    def is_meant_by(self, entry: str) -> bool:
        if entry.startswith(TAG):
            return any(fnmatchcase(tag, entry.removeprefix(TAG)) for tag in self.tags)
        method, space, path = entry.partition(" ")
        return fnmatchcase(self.path, path) and method in ("*", self.method) if space else fnmatchcase(self.path, entry)


def with_selected_operations(spec: JsonObject, selection: Selection) -> JsonObject:
    """The spec without the operations that are not included, or excluded. The argument is not modified."""
    paths = spec.get("paths")
    if not (selection.include or selection.exclude) or not isinstance(paths, Mapping):
        return spec
    kept = {path: _selected_item(spec, path, item, selection) for path, item in paths.items()}
    return {**spec, "paths": {path: item for path, item in kept.items() if item is not None}}


def check_selection(spec: JsonObject, settings: Settings, file: str) -> None:
    """Raises ConfigError for entries that match no operation of the spec, with close matches; `file` is api.toml's."""
    selection = settings.selection
    lines = {key: settings.locations.get(("operations", key), Location(file)) for key in SELECTION}
    if not (selection.include or selection.exclude):
        return
    operations = list(_operations(spec))
    problems = [
        Problem(f"operations.{key}: {entry!r} matches no operation of the spec", lines[key], _near(entry, operations))
        for key, entries in (("include", selection.include), ("exclude", selection.exclude))
        for entry in entries
        if not any(each.is_meant_by(entry) for each in operations)
    ]
    if not problems and not any(_is_selected(each, selection) for each in operations):
        what = "operations: include and exclude together select no operation"
        problems = [Problem(what, lines["exclude"], "Remove an entry of exclude.")]
    if problems:
        raise ConfigError.of(problems)


def _is_selected(operation: _Operation, selection: Selection) -> bool:
    is_included = not selection.include or any(map(operation.is_meant_by, selection.include))
    return is_included and not any(map(operation.is_meant_by, selection.exclude))


def _selected_item(spec: JsonObject, path: str, item: JsonValue, selection: Selection) -> JsonValue:
    """The path item with the operations that are selected; None if it had some and none of them is."""
    left_out = [each.method for each in _of_item(spec, path, item) if not _is_selected(each, selection)]
    if not left_out:
        return item
    resolved = _resolved(spec, item)
    found = {key: each for key, each in resolved.items() if key.upper() not in left_out or key not in _METHODS}
    if isinstance(more := resolved.get("additionalOperations"), Mapping):
        found["additionalOperations"] = {key: each for key, each in more.items() if key not in left_out}
    return found if next(_of_item(spec, path, found), None) else None


def _operations(spec: JsonObject) -> Iterator[_Operation]:
    paths = spec.get("paths")
    for path, item in paths.items() if isinstance(paths, Mapping) else ():
        yield from _of_item(spec, path, item)


def _of_item(spec: JsonObject, path: str, item: JsonValue) -> Iterator[_Operation]:
    found = _resolved(spec, item)
    more = found.get("additionalOperations")
    for method, operation in (
        *((method.upper(), found[method]) for method in _METHODS if method in found),
        *(more.items() if isinstance(more, Mapping) else ()),
    ):
        tags = _resolved(spec, operation).get("tags")
        yield _Operation(method, path, tuple(map(str, tags)) if isinstance(tags, list) else ())


def _resolved(spec: JsonObject, value: JsonValue) -> JsonObject:
    """The target of a reference within the spec; keys next to it take precedence."""
    beside: dict[str, JsonValue] = {}
    for _ in range(_MOST_STEPS):
        if not isinstance(value, Mapping):
            return beside
        reference = value.get("$ref")
        at = pointers.from_fragment(reference) if isinstance(reference, str) else None
        if at is None:
            return {**value, **beside}
        beside = {**{key: each for key, each in value.items() if key != "$ref"}, **beside}
        value = pointers.follow(spec, at)
    return beside


def _near(entry: str, operations: list[_Operation]) -> str:
    if entry.startswith(TAG):
        known = dict.fromkeys(f"{TAG}{tag}" for each in operations for tag in each.tags)
    elif " " in entry:
        known = dict.fromkeys(f"{each.method} {each.path}" for each in operations)
    else:
        known = dict.fromkeys(each.path for each in operations)
    if near := get_close_matches(entry, known, 1):
        return f"Did you mean {near[0]!r}?"
    if not known:
        return "No operation of the spec has a tag." if entry.startswith(TAG) else "The spec has no operation."
    listed = ", ".join(list(known)[:_MOST_LISTED])
    more = f" and {len(known) - _MOST_LISTED} more" if len(known) > _MOST_LISTED else ""
    return f"The spec has: {listed}{more}."
