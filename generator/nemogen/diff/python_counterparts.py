"""Which changes on the wire the Python side reports as well: a changelog names each once, as callers write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from nemogen import pointer
from nemogen.diff.union_branches import without_branches
from nemogen.findings import Direction, Finding

_VALUES: Final = ("-widened", "-narrowed", "-type-changed", "-may-be-none", "-became-typed")
_ROWS: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = (
    (re.compile(r"^server(s-declared|-url-changed)$"), ("-setting-changed",)),
    (re.compile(r"enum|const|type-|nullable|(one|any)-of-|wrapped|list-of-types"), _VALUES),
    (
        re.compile(r"became-(optional|required)"),
        (*_VALUES, "-became-optional", "-became-required", "-may-be-missing", "-required-key-added"),
    ),
    (re.compile(r"-default-value-"), ("-default-changed", "-became-optional", "-became-required")),
    (re.compile(r"^new-|-(property|parameter)-added$"), ("-added",)),
    (re.compile(r"-(property|parameter)-removed"), ("-removed",)),
    (re.compile(r"-renamed$"), ("-renamed", "-deprecated")),
)
"""Ids of rules on the wire, and how the ids end by which the Python side reports the same. The first row counts."""

_SERVERS: Final = _ROWS[0][0]
_BASE_URL: Final = "baseurl"
_WORD: Final = re.compile(r"[\w\x80-\U0010ffff]+")
"""All beyond ASCII counts as a letter: which characters are letters differs from one Python to the next."""
_MARKS: Final = re.compile(r"[\x00-/:-@\[-`{-\x7f]+")


def is_reported_by(finding: Finding, python: Iterable[Finding]) -> bool:
    """Whether one of the Python findings is the same change as `finding`, a change on the wire: of the same kind, for
    callers in the same direction, and of the same name."""
    ends = next((ends for rule, ends in _ROWS if rule.search(finding.id)), ())
    names, owners = _names(finding), _owners(finding)
    return any(
        each.id.endswith(ends) and _is_same_way(finding, each) and _is_same_name(words, names, owners)
        for each in python
        for words in _python_names(each)
    )


def _names(finding: Finding) -> set[str]:
    """The names of what changed on the wire, without case and marks: a parameter, a property."""
    if _SERVERS.search(finding.id):
        return {_BASE_URL}
    places = (pointer.split(place.pointer)[-2:] for place in finding.sides)
    properties = (place[1] for place in places if len(place) == 2 and place[0] == "properties")
    steps = (without_branches(path).rpartition(".")[2] for path in finding.paths)
    return {_plain(name) for name in (*properties, *steps)} - {""}


def _owners(finding: Finding) -> set[str]:
    """The components whose property changed: another one may have a property of the same name."""
    places = (pointer.split(place.pointer) for place in finding.sides)
    parts = (place[-4:] for place in places if len(place) > 3 and place[-2] == "properties")
    return {_plain(name) for folder, name, _, _ in parts if folder in ("schemas", "definitions")}


def _python_names(finding: Finding) -> list[list[str]]:
    """The words of each name: those of `client.pets.list(limit=)`, of `NewPetParam["tag"]`."""
    names = ([_plain(word) for word in _WORD.findall(name)] for name in finding.key.split(", "))
    return [words for words in names if words and words[-1]]


def _is_same_name(words: list[str], names: set[str], owners: set[str]) -> bool:
    """Whether a name of the Python side ends with one of `names`, in a class of one of `owners` or in a method."""
    own = words[:-1]
    return words[-1] in names and (
        not owners or own[:1] == ["client"] or any(word.startswith(owner) for word in own for owner in owners)
    )


def _is_same_way(finding: Finding, python: Finding) -> bool:
    either = (Direction.BOTH, Direction.NONE)
    return finding.direction in either or python.direction in (*either, finding.direction)


def _plain(name: str) -> str:
    return _MARKS.sub("", name).casefold()
