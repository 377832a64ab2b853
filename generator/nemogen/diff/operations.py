"""Compares operations: which there are, where they moved, what they are called, how long they stay."""

from __future__ import annotations

from nemogen.contract_form.contract import Operation
from nemogen.contract_form.places import Spot
from nemogen.diff.bodies import compare_body, compare_responses
from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.lifecycle import (
    STABLE,
    SUNSET,
    has_passed,
    is_unstable,
    stability,
    stability_change,
    sunset,
)
from nemogen.diff.match_operations import Paired, pair_operations, path_shape
from nemogen.diff.parameters import compare_parameters
from nemogen.diff.schema_pairs import Walk
from nemogen.diff.security import compare_security
from nemogen.diff.servers import compare_servers


def compare_operations(walk: Walk) -> None:
    """Note every difference of the operations and webhooks of two documents."""
    paired = pair_operations(walk.base, walk.revision)
    kept = {path_shape(operation.path) for operation in walk.revision.operations}
    for operation in paired.removed:
        _note_removed(walk, operation, has_path=path_shape(operation.path) in kept)
    for operation in paired.added:
        walk.log.add("endpoint-added", Context(operation.label), None, operation.spot.pointer)
    _note_moved(walk, paired)
    for base, revision in (*paired.same, *((old, new) for old, new, _ in paired.moved)):
        _compare_operation(walk, base, revision)
    _compare_webhooks(walk)


def _note_moved(walk: Walk, paired: Paired) -> None:
    for old, new, prefix in paired.moved:
        context = Context(old.label)
        places = _item(old), _item(new)
        if prefix:
            shared = context._replace(scope="paths", home=f"{prefix[0]} to {prefix[1]}")
            walk.log.add("api-path-prefix-changed", shared, *places, old=prefix[0], new=prefix[1])
        else:
            walk.log.add("api-path-renamed", context, *places, old=old.path, new=new.path)


def _item(operation: Operation) -> str:
    return operation.spot.pointer.rsplit("/", 1)[0]


def _note_removed(walk: Walk, operation: Operation, *, has_path: bool) -> None:
    raw = operation.spot.raw
    day = sunset(raw)
    kind = "api" if has_path else "api-path"
    rule = f"{kind}-removed-without-deprecation"
    if is_unstable(raw):
        rule = "api-removed-unstable"
    elif raw.get("deprecated") is True:
        if isinstance(day, str):
            rule = "api-path-sunset-parse"
        elif day is not None and not has_passed(day, walk.today):
            rule = f"{kind}-removed-before-sunset"
        else:
            rule = f"{kind}-removed-with-deprecation"
    elif stability(raw) is None:
        _note_level(walk, Context(operation.label), operation.spot, operation.spot.pointer, None)
    old = raw.get(STABLE) if rule == "api-removed-unstable" else str(day or "")
    walk.log.add(rule, Context(operation.label), operation.spot.pointer, None, old=old)


def _compare_operation(walk: Walk, base: Operation, revision: Operation) -> None:
    context = Context(
        revision.label, is_unstable=is_unstable(base.spot.raw), is_flipped=bool(revision.kind), home="the operation"
    )
    _compare_names(walk, base, revision, context)
    _compare_lifecycle(walk, base.spot, revision.spot, context)
    places = base.spot.pointer, revision.spot.pointer
    compare_part_prose(walk.log, (base.spot.raw, places[0]), (revision.spot.raw, places[1]), context)
    compare_part_prose(walk.log, (base.shared_prose, _item(base)), (revision.shared_prose, _item(revision)), context)
    compare_servers(walk, base, revision, context)
    compare_security(walk, base, revision, context)
    compare_parameters(walk, base, revision, context)
    compare_body(walk, base, revision, context)
    compare_responses(walk, base, revision, context)
    _compare_callbacks(walk, base, revision, context)


def _compare_names(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    places = base.spot.near("operationId"), revision.spot.near("operationId")
    old, new = base.spot.raw.get("operationId"), revision.spot.raw.get("operationId")
    if old != new:
        ending = "added" if old is None else "removed" if new is None else "changed"
        walk.log.add(f"api-operation-id-{ending}", context, *places, old=old, new=new)
    tags = [set(spot.at("tags").texts()) for spot in (base.spot, revision.spot)]
    places = base.spot.near("tags"), revision.spot.near("tags")
    for ending, names in (("added", tags[1] - tags[0]), ("removed", tags[0] - tags[1])):
        if names:
            walk.log.add(f"api-tag-{ending}", context, *places, value=", ".join(sorted(names)))


def _compare_lifecycle(walk: Walk, base: Spot, revision: Spot, context: Context) -> None:
    was, is_ = base.raw.get("deprecated") is True, revision.raw.get("deprecated") is True
    places = base.near("deprecated"), revision.near("deprecated")
    if was and not is_:
        walk.log.add("endpoint-reactivated", context, *places)
    elif is_:
        _compare_sunset(walk, base, revision, context, was_deprecated=was)
    for spot, is_base in ((base, True), (revision, False)):
        if stability(spot.raw) is None:
            _note_level(walk, context, spot, *((spot.near(STABLE), None) if is_base else (None, spot.near(STABLE))))
    change = stability_change(base.raw, revision.raw)
    if change:
        values = {"old": base.raw.get(STABLE, "stable"), "new": revision.raw.get(STABLE, "stable")}
        walk.log.add(
            f"api-{change}", context._replace(is_unstable=False), base.near(STABLE), revision.near(STABLE), **values
        )


def _note_level(walk: Walk, context: Context, spot: Spot, base: str | None, revision: str | None) -> None:
    walk.log.add("api-invalid-stability-level", context, base, revision, value=spot.raw.get(STABLE))


def _compare_sunset(walk: Walk, base: Spot, revision: Spot, context: Context, *, was_deprecated: bool) -> None:
    old, new = sunset(base.raw), sunset(revision.raw)
    places = base.near(SUNSET), revision.near(SUNSET)
    if isinstance(new, str) and (not was_deprecated or old != new):
        rule = "api-deprecated-sunset-parse"
    elif not was_deprecated:
        rule = "endpoint-deprecated" if new is None else "endpoint-deprecated-with-sunset"
        if new is not None and not isinstance(new, str) and has_passed(new, walk.today):
            rule = "api-sunset-date-too-small"
    elif old is not None and new is None:
        rule = "sunset-deleted"
    elif old is not None and new is not None and not isinstance(old, str) and not isinstance(new, str) and new < old:
        rule = "api-sunset-date-changed-too-small"
    else:
        return
    walk.log.add(rule, context, *places, old=str(old or ""), new=str(new or ""))


def _compare_webhooks(walk: Walk) -> None:
    old = {operation.label: operation for operation in walk.base.webhooks}
    new = {operation.label: operation for operation in walk.revision.webhooks}
    for label, operation in old.items():
        if label in new:
            _compare_operation(walk, operation, new[label])
        else:
            walk.log.add("webhook-removed", Context(label), operation.spot.pointer, None)
    for label, operation in new.items():
        if label not in old:
            walk.log.add("webhook-added", Context(label), None, operation.spot.pointer)


def _compare_callbacks(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    places = base.spot.near("callbacks"), revision.spot.near("callbacks")
    for key, callback in base.callbacks.items():
        twin = revision.callbacks.get(key)
        if twin:
            _compare_operation(walk, callback, twin)
        else:
            walk.log.add("callback-removed", context, callback.spot.pointer, places[1], value=callback.label)
    for key, callback in revision.callbacks.items():
        if key not in base.callbacks:
            walk.log.add("callback-added", context, places[0], callback.spot.pointer, value=callback.label)
