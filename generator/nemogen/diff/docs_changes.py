"""Compares what is for people and for vendors' tools only: it counts as docs."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.contract_form.places import join
from nemogen.contract_form.schema import Node
from nemogen.diff.collector import Context, Log
from nemogen.document import Json

RULES: Mapping[str, str] = {
    "description": "description-changed",
    "summary": "summary-changed",
    "title": "title-changed",
    "example": "example-changed",
    "examples": "example-changed",
    "externalDocs": "external-docs-changed",
    "$comment": "comment-changed",
}
JUDGED = frozenset({"x-sunset", "x-stability-level", "x-extensible-enum"})
"""Vendor extensions that rules of their own look at."""


def compare_prose(log: Log, base: Node, revision: Node, context: Context) -> None:
    """Note the differences of two schemas that are only prose or vendor extensions."""
    for old, new in ((base.prose, revision.prose), (base.extensions, revision.extensions)):
        if old != new:
            for key in _differing(old, new):
                log.add(RULES.get(key, "extension-changed"), context, base.locate(key), revision.locate(key))


def compare_part_prose(
    log: Log, base: tuple[Mapping[str, Json], str], revision: tuple[Mapping[str, Json], str], context: Context
) -> None:
    """As `compare_prose`, for other parts of a document: each is a raw object with its pointer."""
    (old, base_pointer), (new, revision_pointer) = base, revision
    if old == new:
        return
    for key in _differing(_prose_of(old), _prose_of(new)):
        rule = RULES.get(key, "extension-changed")
        log.add(
            rule,
            context._replace(path=""),
            join(base_pointer, key) if key in old else base_pointer,
            join(revision_pointer, key) if key in new else revision_pointer,
        )


def _prose_of(raw: Mapping[str, Json]) -> dict[str, Json]:
    return {str(key): value for key, value in raw.items() if key in RULES or str(key).startswith("x-")}


def _differing(old: Mapping[str, Json], new: Mapping[str, Json]) -> list[str]:
    names = {*old, *new} - JUDGED
    return sorted(name for name in names if old.get(name) != new.get(name) or (name in old) != (name in new))
