"""Operations that are one operation under two paths: they get one method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.document import Operation
from nemogen.naming.shape import digest
from nemogen.path_segments import split_version


def find_twins(operations: tuple[Operation, ...]) -> dict[str, str]:
    """The operations that another one is again: by pointer, the pointer of that one.

    One operation under two paths is what has one method and one contract, and paths that differ in nothing but a
    version which one of them lacks. The one with a version is kept.
    """
    kept: dict[tuple[str, str], list[Operation]] = {}
    found: dict[str, str] = {}
    for operation in sorted(operations, key=lambda each: (not split_version(each.path)[0], each.path)):
        version, path = split_version(operation.path)
        known = kept.setdefault((operation.method, path), [])
        twin = None if version else next((each for each in known if _same(each, operation)), None)
        if twin:
            found[operation.at] = twin.at
        else:
            known.append(operation)
    return found


def _same(one: Operation, other: Operation) -> bool:
    return _contract(one) == _contract(other)


def _contract(operation: Operation) -> object:
    """What an operation takes and gives, without prose, and without what its path says."""
    return (
        [
            (replace(each, schema=ANYTHING, description="", deprecated=False), digest(each.schema))
            for each in operation.parameters
        ],
        (operation.body.required, _shapes(operation.body.content)) if operation.body else None,
        {status: _shapes(each.content) for status, each in operation.responses.items()},
    )


def _shapes(content: Mapping[str, CanonicalSchema]) -> dict[str, str]:
    return {media: digest(schema) for media, schema in content.items()}
