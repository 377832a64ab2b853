"""What a schema without a name of its own is known by from one revision to the next (rules: `given_names`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from nemogen import pointer
from nemogen.canonical import CanonicalSchema, within
from nemogen.naming.name_candidates import tags_of
from nemogen.naming.schema_keys import SENT

REQUEST: Final = "request "
"""The prefix of the pointer of a schema that requests send in another form."""
_OF_PARAMETER: Final = re.compile(r"/.*?/parameters/[0-9]+(?=/|$)")
_VARIANT: Final = re.compile(r"/(?:any|one)Of/[0-9]+(?=/|$)")


class Identities:
    """The identities of the schemas that `roots` hold, by the pointers that their facts have.

    `parameters` give by pointer another one for a parameter, which has its name in place of its position.
    """

    def __init__(self, parameters: Mapping[str, str], roots: Iterable[CanonicalSchema]) -> None:
        self._parameters = parameters
        self._marks: dict[str, str] = {}
        self._objects: set[str] = set()
        for each in within(roots):
            if each.any_of:
                self._marks |= _marked(each)
            elif each.facts.pointer:
                self._objects.add(each.facts.pointer.removeprefix(SENT))

    def of(self, at: str) -> str:
        """The pointer, of a parameter by its name; behind `request ` where it is of what requests alone send."""
        origin = at.removeprefix(SENT)
        found = _OF_PARAMETER.match(origin)
        own = self._parameters.get(found[0]) if found else None
        key = f"{own}{origin[found.end() :]}" if found and own else origin
        return f"{REQUEST}{key}" if at.startswith(SENT) else key

    def location(self, at: str) -> str:
        """The identity with what identifies a variant of a union in place of its position; empty where nothing does.

        `anyOf` of one schema and null is no position: it is that schema.
        """
        origin = at.removeprefix(SENT)
        parts: list[str] = []
        done = 0
        for found in _VARIANT.finditer(origin):
            mark = self._marks.get(origin[: found.end()])
            if mark is None and origin[: found.start()] in self._objects:
                mark = ""
            if mark is None:
                return ""
            parts += (origin[done : found.start()], mark)
            done = found.end()
        identity = "".join((*parts, origin[done:]))
        return self.of(f"{SENT}{identity}" if at.startswith(SENT) else identity)


def _marked(union: CanonicalSchema) -> Iterator[tuple[str, str]]:
    """The pointer of each variant that its tags, or else its type, distinguish from the others, with what replaces its
    position in an identity."""
    own = union.facts.pointer.removeprefix(SENT)
    variants = [each for each in union.any_of if own and not each.is_null]
    marks = [_mark(each) for each in variants]
    counted = Counter(marks)
    for each, mark in zip(variants, marks, strict=True):
        at = _position(each, own) if mark and counted[mark] == 1 else ""
        if at:
            yield at, pointer.join("", f"={mark}") if len(variants) > 1 else ""


def _mark(variant: CanonicalSchema) -> str:
    return next(iter(tags_of(variant).values()), variant.type or "")


def _position(variant: CanonicalSchema, union: str) -> str:
    """The pointer of a variant within its union; if it is not an object, taken from the schemas inside it."""
    for each in within([variant]):
        origin = each.facts.pointer.removeprefix(SENT)
        found = _VARIANT.search(origin, len(union))
        if origin.startswith(f"{union}/") and found:
            return origin[: found.end()]
    return ""
