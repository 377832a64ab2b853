"""Finds which operations of two documents are the same: by path, by a changed prefix, by name or content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.contract_form.contract import Operation
from generator.contract_form.document import Contract
from generator.contract_form.values import canonical


@dataclass(frozen=True, slots=True)
class Paired:
    """Operations that are the same. `moved` are those under another path, `prefix` the change they share."""

    same: tuple[tuple[Operation, Operation], ...]
    moved: tuple[tuple[Operation, Operation, tuple[str, str] | None], ...]
    removed: tuple[Operation, ...]
    added: tuple[Operation, ...]


def pair_operations(base: Contract, revision: Contract) -> Paired:
    """Match the operations under `paths`."""
    new = {_key(operation): operation for operation in reversed(revision.operations)}
    exact = {(operation.method, operation.path): operation for operation in revision.operations}
    same: list[tuple[Operation, Operation]] = []
    removed: list[Operation] = []
    for operation in base.operations:
        twin = exact.get((operation.method, operation.path)) or new.get(_key(operation))
        if twin:
            same.append((operation, twin))
        else:
            removed.append(operation)
    known = {id(twin) for _, twin in same}
    added = [operation for operation in revision.operations if id(operation) not in known]
    moved = list(_moved(base, revision, removed, added)) if removed and added else []
    gone = {id(old) for old, _, _ in moved}
    come = {id(twin) for _, twin, _ in moved}
    return Paired(
        tuple(same),
        tuple(moved),
        tuple(operation for operation in removed if id(operation) not in gone),
        tuple(operation for operation in added if id(operation) not in come),
    )


def path_shape(path: str) -> str:
    """A path without the names of its parameters."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _key(operation: Operation) -> tuple[str, str]:
    return operation.method, path_shape(operation.path)


def _moved(
    base: Contract, revision: Contract, removed: Iterable[Operation], added: Iterable[Operation]
) -> Iterable[tuple[Operation, Operation, tuple[str, str] | None]]:
    free = list(added)
    for operation in removed:
        if operation.spot.raw.get("deprecated") is True:
            continue  # its end was announced
        for twin in free:
            if twin.method != operation.method:
                continue
            prefix = _changed_prefix(operation.path, twin.path)
            if prefix or _is_same(base, revision, operation, twin):
                free.remove(twin)
                yield operation, twin, prefix
                break


def _is_same(base: Contract, revision: Contract, operation: Operation, twin: Operation) -> bool:
    """Whether name or content tell that two operations under unlike paths are one."""
    name = operation.spot.raw.get("operationId")
    if isinstance(name, str) and name == twin.spot.raw.get("operationId"):
        return True
    has_content = operation.body is not None and any(media.schema for media in operation.body.media.values())
    return has_content and canonical(base.surface(operation)) == canonical(revision.surface(twin))


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
