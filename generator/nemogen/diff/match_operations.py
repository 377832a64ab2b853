"""Finds which operations of two documents are the same: by path, by a changed prefix, by name or content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nemogen.diff.operation_content import content_of
from nemogen.diff.side import Side
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Operation

ENDING = "ending "


@dataclass(frozen=True, slots=True)
class Paired:
    """Operations that are the same. `moved` are those under another path, `prefix` the change they share."""

    same: tuple[tuple[Operation, Operation], ...]
    moved: tuple[tuple[Operation, Operation, tuple[str, str] | None], ...]
    removed: tuple[Operation, ...]
    added: tuple[Operation, ...]


def pair_operations(base: Side, revision: Side) -> Paired:
    """Match the operations under `paths`."""
    new = {_key(operation): operation for operation in reversed(revision.document.operations)}
    exact = {(operation.method, operation.path): operation for operation in revision.document.operations}
    same: list[tuple[Operation, Operation]] = []
    removed: list[Operation] = []
    for operation in base.document.operations:
        twin = exact.get((operation.method, operation.path)) or new.get(_key(operation))
        if twin:
            same.append((operation, twin))
        else:
            removed.append(operation)
    known = {id(twin) for _, twin in same}
    added = [operation for operation in revision.document.operations if id(operation) not in known]
    moved = tuple(_moved(base, revision, removed, added)) if removed and added else ()
    gone = {id(old) for old, _, _ in moved}
    come = {id(twin) for _, twin, _ in moved}
    return Paired(
        tuple(same),
        moved,
        tuple(operation for operation in removed if id(operation) not in gone),
        tuple(operation for operation in added if id(operation) not in come),
    )


def path_shape(path: str) -> str:
    """A path without the names of its parameters."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _key(operation: Operation) -> tuple[str, str]:
    return operation.method, path_shape(operation.path)


def _moved(
    base: Side, revision: Side, removed: Iterable[Operation], added: Iterable[Operation]
) -> Iterator[tuple[Operation, Operation, tuple[str, str] | None]]:
    """Operations under another path. Those of like ending, name or content are looked at, not every two."""
    candidates: dict[tuple[str, str], list[Operation]] = {}
    for operation in added:
        for mark in _marks(revision, operation):
            candidates.setdefault((operation.method, mark), []).append(operation)
    taken: set[int] = set()
    for operation in removed:
        if operation.deprecated:
            continue  # its end was announced
        for mark in _marks(base, operation):
            found = next(
                (
                    (twin, prefix)
                    for twin in candidates.get((operation.method, mark), ())
                    if id(twin) not in taken
                    and ((prefix := _changed_prefix(operation.path, twin.path)) or not mark.startswith(ENDING))
                ),
                None,
            )
            if found:
                taken.add(id(found[0]))
                yield operation, *found
                break


def _marks(side: Side, operation: Operation) -> Iterator[str]:
    """What an operation may be found again by: how its path ends, its name, what it takes and gives."""
    yield f"{ENDING}{path_shape(operation.path).rsplit('/', 1)[-1]}"
    if operation.operation_id:
        yield f"name {operation.operation_id}"
    if operation.body is not None and any(media.schema for media in operation.body.content):
        yield f"content {content_of(side, operation)}"


def _changed_prefix(old: str, new: str) -> tuple[str, str] | None:
    """The leading segments that two paths differ in, where at least two segments behind them are the same.

    A first segment that looks like a version is enough with one.
    """
    left, right = path_shape(old).strip("/").split("/"), path_shape(new).strip("/").split("/")
    common = 0
    while common < min(len(left), len(right)) and left[-1 - common] == right[-1 - common]:
        common += 1
    before, after = "/".join(left[: len(left) - common]), "/".join(right[: len(right) - common])
    is_version = all(not part or re.fullmatch(r"v\d+\w*", part) for part in (before, after))
    has_name = any(not segment.startswith("{") for segment in left[len(left) - common :])
    if not common or not has_name or (common < 2 and not is_version):
        return None
    return f"/{before}", f"/{after}"
