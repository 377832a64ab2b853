"""Tells components that an operation uses from those that nothing uses."""

from __future__ import annotations

from typing import Final

from nemogen import pointer
from nemogen.diff.collector import Context, Log
from nemogen.diff.docs_changes import without_prose
from nemogen.diff.document import schemes_in_use
from nemogen.diff.side import Side
from nemogen.errors import Location
from nemogen.openapi.json_value import JsonObject

SECTIONS: Final = (
    "schemas",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "links",
    "callbacks",
    "pathItems",
    "securitySchemes",
)


def used_components(side: Side) -> set[tuple[str, str]]:
    """Section and name of the components that operations reach, over any number of references."""
    side.read.read_reachable()
    found = {("securitySchemes", name) for name in schemes_in_use(side)}
    for visited in side.read.reading.visited.get("", ()):
        if visited.startswith("/components/"):
            _, section, name, *_ = (*pointer.split(visited), "", "")
            if section != "securitySchemes":  # these are all read, used or not
                found.add((section, name))
    return found


def compare_unused(
    log: Log, base: Side, revision: Side, used: tuple[set[tuple[str, str]], set[tuple[str, str]]]
) -> None:
    """Note changes of components that neither document uses."""
    for section in SECTIONS:
        old, new = _members(base, section), _members(revision, section)
        for name in sorted(old.keys() | new.keys()):
            if any((section, name) in reached for reached in used):
                continue
            change = _change(base, revision, (section, name))
            if change:
                is_schema = (section, change) == ("schemas", "removed")
                rule = "api-schema-removed" if is_schema else f"unreachable-component-{change}"
                pointers = (_location(side, section, name) for side in (base, revision))
                log.add(rule, Context(home="components"), *pointers, value=name)


def _members(side: Side, section: str) -> JsonObject:
    return side.raw_at(Location(side.file, pointer.join("/components", section)))


def _location(side: Side, section: str, name: str) -> Location | None:
    location = Location(side.file, pointer.join("/components", section, name))
    return location if name in _members(side, section) else None


def _change(base: Side, revision: Side, component: tuple[str, str]) -> str | None:
    section, name = component
    old, new = _members(base, section), _members(revision, section)
    if name not in old or name not in new:
        return "removed" if name in old else "added"
    # What nothing uses is compared as it is written: reading it would take longer than all the rest.
    is_same = old[name] == new[name] or without_prose(old[name]) == without_prose(new[name])
    return None if is_same else "changed"
