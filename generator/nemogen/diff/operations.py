"""Compares operations: which there are, where they moved, what they are called, how long they stay."""

from __future__ import annotations

import datetime
from typing import Final

from nemogen.diff.bodies import compare_body, compare_responses
from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.lifecycle import (
    STABLE,
    SUNSET,
    deprecation_change,
    has_passed,
    is_too_soon,
    stability,
    stability_change,
    sunset,
)
from nemogen.diff.match_operations import Paired, pair_operations, path_shape
from nemogen.diff.parameters import compare_parameters
from nemogen.diff.schema_pairs import Walk
from nemogen.diff.security import compare_security
from nemogen.diff.servers import compare_servers, is_same_address
from nemogen.diff.side import Side
from nemogen.errors import Location
from nemogen.openapi.document import Operation


def compare_operations(walk: Walk) -> None:
    """Note every difference of the operations and webhooks of two documents."""
    paired = pair_operations(walk.base, walk.revision)
    kept = {path_shape(operation.path) for operation in walk.revision.document.operations}
    for operation in paired.removed:
        _note_removed(walk, operation, has_path=path_shape(operation.path) in kept)
    for operation in paired.added:
        walk.log.add("endpoint-added", Context(operation.label), None, operation.location)
    _note_moved(walk, paired)
    for base, revision in (*paired.same, *((old, new) for old, new, _ in paired.moved)):
        _compare_operation(walk, base, revision)
    _compare_webhooks(walk)


def _note_moved(walk: Walk, paired: Paired) -> None:
    for old, new, prefix in paired.moved:
        context = Context(old.label)
        places = _item(old), _item(new)
        if is_same_address(old, new):
            continue
        if prefix:
            shared = context._replace(scope="paths", home=f"{prefix[0]} to {prefix[1]}")
            walk.log.add("api-path-prefix-changed", shared, *places, old=prefix[0], new=prefix[1])
        else:
            walk.log.add("api-path-renamed", context, *places, old=old.path, new=new.path)


def _item(operation: Operation) -> Location:
    """The location of the path item of an operation."""
    return Location(operation.location.file, operation.location.pointer.rpartition("/")[0])


def _note_removed(walk: Walk, operation: Operation, *, has_path: bool) -> None:
    said = operation.extensions
    day = sunset(said)
    kind = "api" if has_path else "api-path"
    rule = f"{kind}-removed-without-deprecation"
    if walk.policy.is_unstable(said.get(STABLE)):
        rule = "api-removed-unstable"
    elif operation.deprecated:
        if isinstance(day, str):
            rule = "api-path-sunset-parse"
        elif day is not None and not has_passed(day, walk.today):
            rule = f"{kind}-removed-before-sunset"
        else:
            rule = f"{kind}-removed-with-deprecation"
    elif stability(said) is None:
        _note_level(walk, Context(operation.label), operation, (operation.location, None))
    old = said.get(STABLE) if rule == "api-removed-unstable" else str(day or "")
    walk.log.add(rule, Context(operation.label), operation.location, None, old=old)


def _compare_operation(walk: Walk, base: Operation, revision: Operation, kind: str = "") -> None:
    """Compare two operations; `kind` is "webhook " or "callback " for what the API asks of the caller."""
    context = Context(
        f"{kind}{revision.label}",
        is_unstable=walk.policy.is_unstable(base.extensions.get(STABLE)),
        is_flipped=bool(kind),
        home="the operation",
    )
    _compare_names(walk, base, revision, context)
    _compare_lifecycle(walk, base, revision, context)
    compare_part_prose(walk.log, (walk.base, base.location), (walk.revision, revision.location), context)
    compare_part_prose(walk.log, (walk.base, _item(base)), (walk.revision, _item(revision)), context)
    compare_servers(walk, base, revision, context)
    compare_security(walk, base, revision, context)
    compare_parameters(walk, base, revision, context)
    compare_body(walk, base, revision, context)
    compare_responses(walk, base, revision, context)
    _compare_callbacks(walk, base, revision, context)


def _near(walk: Walk, base: Operation, revision: Operation, key: str) -> tuple[Location, Location]:
    return walk.base.near(base.location, key), walk.revision.near(revision.location, key)


def _compare_names(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    places = _near(walk, base, revision, "operationId")
    old, new = base.operation_id, revision.operation_id
    if old != new:
        ending = "added" if not old else "removed" if not new else "changed"
        walk.log.add(f"api-operation-id-{ending}", context, *places, old=old, new=new)
    was, is_ = set(base.tags), set(revision.tags)
    places = _near(walk, base, revision, "tags")
    for ending, names in (("added", is_ - was), ("removed", was - is_)):
        if names:
            walk.log.add(f"api-tag-{ending}", context, *places, value=tuple(sorted(names)))


def _compare_lifecycle(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    if base.deprecated and not revision.deprecated:
        walk.log.add("endpoint-reactivated", context, *_near(walk, base, revision, "deprecated"))
    elif revision.deprecated:
        _compare_sunset(walk, base, revision, context)
    places = _near(walk, base, revision, STABLE)
    if stability(base.extensions) is None:
        _note_level(walk, context, base, (places[0], None))
    if stability(revision.extensions) is None:
        _note_level(walk, context, revision, (None, places[1]))
    change = stability_change(base.extensions, revision.extensions)
    if change:
        old, new = (side.extensions.get(STABLE, "stable") for side in (base, revision))
        walk.log.add(f"api-{change}", context._replace(is_unstable=False), *places, old=old, new=new)


def _note_level(
    walk: Walk, context: Context, operation: Operation, places: tuple[Location | None, Location | None]
) -> None:
    walk.log.add("api-invalid-stability-level", context, *places, value=operation.extensions.get(STABLE))


def _compare_sunset(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    was_deprecated = base.deprecated
    old, new = sunset(base.extensions), sunset(revision.extensions)
    places = _near(walk, base, revision, SUNSET)
    level = stability(revision.extensions)
    if not was_deprecated:
        rule = _DEPRECATED[deprecation_change(walk, revision.extensions, level)]
    elif isinstance(new, str) and old != new:
        rule = "api-deprecated-sunset-parse"
    elif old is not None and new is None:
        rule = "sunset-deleted"
    elif old is None and isinstance(new, datetime.date) and is_too_soon(new, walk.today, walk.policy.days_of(level)):
        rule = "api-sunset-date-too-small"
    elif old is not None and new is not None and not isinstance(old, str) and not isinstance(new, str) and new < old:
        rule = "api-sunset-date-changed-too-small"
        context = context._replace(is_unstable=not is_too_soon(new, walk.today, walk.policy.days_of(level)))
    else:
        return
    walk.log.add(rule, context, *places, old=str(old or ""), new=str(new or ""))


_DEPRECATED: Final = {
    "": "endpoint-deprecated",
    "with-sunset": "endpoint-deprecated-with-sunset",
    "sunset-invalid": "api-deprecated-sunset-parse",
    "sunset-missing": "api-deprecated-sunset-missing",
    "sunset-too-soon": "api-sunset-date-too-small",
}
"""The rule for an operation that is newly deprecated, by what `deprecation_change` says."""


def _compare_webhooks(walk: Walk) -> None:
    old, new = _webhooks(walk.base), _webhooks(walk.revision)
    for label, operation in old.items():
        if label in new:
            _compare_operation(walk, operation, new[label], "webhook ")
        else:
            walk.log.add("webhook-removed", Context(label), operation.location, None)
    for label, operation in new.items():
        if label not in old:
            walk.log.add("webhook-added", Context(label), None, operation.location)


def _webhooks(side: Side) -> dict[str, Operation]:
    webhooks = side.document.webhooks
    return {f"webhook {operation.label}": operation for webhook in webhooks for operation in webhook.operations}


def _compare_callbacks(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    places = _near(walk, base, revision, "callbacks")
    old, new = _callbacks(base), _callbacks(revision)
    for key, operation in old.items():
        label = f"callback {operation.label}"
        if key in new:
            _compare_operation(walk, operation, new[key], "callback ")
        else:
            walk.log.add("callback-removed", context, operation.location, places[1], value=label)
    for key, operation in new.items():
        if key not in old:
            label = f"callback {operation.label}"
            walk.log.add("callback-added", context, places[0], operation.location, value=label)


def _callbacks(operation: Operation) -> dict[tuple[str, str, str], Operation]:
    return {
        (callback.name, callback.expression, called.method): called
        for callback in operation.callbacks
        for called in callback.operations
    }
