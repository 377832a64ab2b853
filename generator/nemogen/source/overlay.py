"""Applies an OpenAPI Overlay (1.0 and 1.1): corrections of the upstream spec.

Where the two versions differ: in 1.0 a target is an object or an array, and an update of an array is one entry to
append; 1.1 also replaces and removes primitives, concatenates arrays, and copies.
"""

from __future__ import annotations

from typing import Final, NoReturn, TypeAlias

from nemogen.document import Json
from nemogen.errors import OverlayError
from nemogen.findings import Finding, Level
from nemogen.pointer import MISSING, join
from nemogen.source.jsonpath import QueryError, select
from nemogen.source.overlay_file import Action, Overlay

_Location: TypeAlias = tuple[str | int, ...]

_PRIMITIVE: Final = "primitive value"


def apply(document: Json, overlay: Overlay) -> tuple[Json, tuple[Finding, ...]]:
    """A changed copy of `document`, and a finding for each action that matched nothing or gives no reason.

    `document` itself is unchanged. Raises OverlayError, with the location of the action, if an action cannot be
    applied: kinds that do not fit each other, targets of several kinds, a copy of no node or of several.
    """
    root = [_copied(document)]
    findings: list[Finding] = []
    for action in overlay.actions:
        if not action.description:
            findings.append(_no_reason(action))
        if not _act(root, action, overlay.minor):
            findings.append(_unused(action))
    return root[0], tuple(findings)


def _act(root: list[Json], action: Action, minor: int) -> bool:
    """Do one action on `root[0]`; False if it selected nothing or has nothing to do."""
    try:
        nodes = select(action.query, root[0])
        if minor == 0 and any(_kind(value) == _PRIMITIVE for _, value in nodes):
            _fail(action, "the target selects a primitive value, but version 1.0 allows only objects and arrays")
        if action.remove:
            _remove(root, [location for location, _ in nodes], action)
            return bool(nodes)
        value = _value_of(action, root[0]) if nodes else MISSING
    except QueryError as error:
        _fail(action, f"the path cannot be followed: {error}")
    if value is MISSING:
        return False
    _update(root, nodes, value, action, minor)
    return True


def _value_of(action: Action, document: Json) -> Json:
    """The value to merge, MISSING if none: in 1.1, update and copy in one action have no effect."""
    if action.copy is None:
        return action.update
    if action.update is not MISSING:
        return MISSING
    found = select(action.copy, document)
    if len(found) != 1:
        _fail(action, f"copy selects {len(found)} nodes, expected exactly one")
    return _copied(found[0][1])


def _update(root: list[Json], nodes: list[tuple[_Location, Json]], value: Json, action: Action, minor: int) -> None:
    kinds = sorted({_kind(target) for _, target in nodes})
    if len(kinds) > 1:
        _fail(action, f"the target selects nodes of several kinds: {' and '.join(kinds)}")
    for location, target in nodes:
        pointer = join("", *location)
        if isinstance(target, dict):
            if not isinstance(value, dict):
                _fail(action, f"an object is updated with an object, not with {_article(value)}", pointer)
            _merge(target, value, action, pointer)
        elif isinstance(target, list):
            entries = value if isinstance(value, list) and minor > 0 else [value]
            target.extend(_copied(entries))
        else:
            if _kind(value) != _PRIMITIVE:
                _fail(action, f"a primitive value is replaced by a primitive value, not by {_article(value)}", pointer)
            _set(root, location, value)


def _merge(target: dict[str, Json], update: dict[str, Json], action: Action, pointer: str) -> None:
    for name, value in update.items():
        if name not in target:
            target[name] = _copied(value)
            continue
        held, here = target[name], join(pointer, name)
        if _kind(held) != _kind(value):
            _fail(action, f"{_article(held)} cannot be merged with {_article(value)}", here)
        if isinstance(held, dict):
            _merge(held, value, action, here)
        elif isinstance(held, list):
            held.extend(_copied(value))
        else:
            target[name] = value


def _remove(root: list[Json], locations: list[_Location], action: Action) -> None:
    """All parents are found before the first change, and array items are removed from the end."""
    if () in locations:
        _fail(action, "the whole document cannot be removed")
    holders: dict[_Location, tuple[Json, list[str | int]]] = {}
    for location in locations:
        holder = holders.setdefault(location[:-1], (_at(root, location[:-1]), []))
        holder[1].append(location[-1])
    for value, keys in holders.values():
        for key in sorted(keys, reverse=True) if isinstance(value, list) else keys:
            del value[key]


def _at(root: list[Json], location: _Location) -> Json:
    value = root[0]
    for step in location:
        value = value[step]
    return value


def _set(root: list[Json], location: _Location, value: Json) -> None:
    if location:
        _at(root, location[:-1])[location[-1]] = value
    else:
        root[0] = value


def _copied(value: Json) -> Json:
    """A copy of all objects and arrays. `copy.deepcopy` takes ten times as long, for graphs that JSON cannot have."""
    if isinstance(value, dict):
        return {name: _copied(entry) if isinstance(entry, (dict, list)) else entry for name, entry in value.items()}
    if isinstance(value, list):
        return [_copied(entry) if isinstance(entry, (dict, list)) else entry for entry in value]
    return value


def _kind(value: Json) -> str:
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else _PRIMITIVE


def _article(value: Json) -> str:
    kind = _kind(value)
    return f"{'a' if kind == _PRIMITIVE else 'an'} {kind}"


def _fail(action: Action, what: str, pointer: str = "") -> NoReturn:
    at = f" (at {pointer} of the document)" if pointer else ""
    remedy = f"Fix the action with the target {action.target}"
    raise OverlayError(what + at, where=action.location, remedy=remedy)


def _unused(action: Action) -> Finding:
    does = action.remove or (action.update is MISSING) != (action.copy is None)
    why = "matches nothing: it may be fixed upstream" if does else "does nothing: it has no update, copy or remove"
    if action.copy is not None and action.update is not MISSING and not action.remove:
        why = "does nothing: update and copy together have no effect"
    return _finding("overlay-action-unused", Level.ERROR, f"the action on {action.target} {why}", action)


def _no_reason(action: Action) -> Finding:
    message = f"the action on {action.target} gives no reason: add a description"
    return _finding("overlay-action-without-reason", Level.NOTE, message, action)


def _finding(rule: str, level: Level, message: str, action: Action) -> Finding:
    return Finding(rule, level, message, area="overlay", key=action.target, revision=action.location)
