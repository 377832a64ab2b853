"""The schemas of a document: where each stands, and where its references lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.recordings.keywords import admits_null_itself

UNIONS: Final = ("oneOf", "anyOf")
_OPEN: Final[JsonObject] = {}


@dataclass(frozen=True, slots=True)
class At:
    """A schema and its JSON Pointer in the document. `root` is the pointer of the outermost schema around it."""

    schema: JsonObject
    pointer: str
    root: str

    def under(self, *steps: str | int) -> At:
        """The schema at these steps below; a schema that is no object (`true`, a mistake) admits everything."""
        value = pointer.follow(self.schema, pointer.join("", *steps))
        schema = value if isinstance(value, Mapping) else {"not": {}} if value is False else _OPEN
        return At(schema, pointer.join(self.pointer, *steps), self.root)

    def branches(self, keyword: str) -> Iterator[At]:
        """The members of a list of schemas (`oneOf`, `anyOf`, `allOf`)."""
        found = self.schema.get(keyword)
        members = found if isinstance(found, Sequence) and not isinstance(found, str) else ()
        return (self.under(keyword, at) for at in range(len(members)))


@dataclass
class Schemas:
    """Reads schemas out of one document. `dangling` collects the pointers of references that lead nowhere."""

    document: JsonObject
    dangling: set[str] = field(default_factory=set)

    def at(self, place: str) -> At:
        """The schema at a pointer of the document."""
        return At(self.document, "", place).under(*pointer.split(place))

    def follow(self, at: At) -> At:
        """`at`, or what its `$ref` means, also one relative to its own outermost schema, as some publishers write it.

        A reference in a circle, to nowhere or to another file admits everything.
        """
        seen = set[str]()
        while isinstance(reference := at.schema.get("$ref"), str):
            target = self._target(reference, at.root)
            if target is None or target.pointer in seen:
                self.dangling.add(at.pointer)
                return At(_OPEN, at.pointer, at.root)
            seen.add(target.pointer)
            at = target
        return at

    def beside(self, at: At) -> Iterator[At]:
        """What stands beside the `$ref` of a schema, and of those that it leads to: it counts too from OpenAPI 3.1 on
        (in 3.0 it is ignored)."""
        seen = set[str]()
        while self._keeps_siblings and isinstance(reference := at.schema.get("$ref"), str) and at.pointer not in seen:
            if len(at.schema) > 1:
                rest = {keyword: value for keyword, value in at.schema.items() if keyword != "$ref"}
                yield At(rest, at.pointer, at.root)
            seen.add(at.pointer)
            at = self._target(reference, at.root) or At(_OPEN, at.pointer, at.root)

    @cached_property
    def _keeps_siblings(self) -> bool:
        return not str(self.document.get("openapi", "")).startswith("3.0")

    def _target(self, reference: str, root: str) -> At | None:
        place = pointer.from_fragment(reference)
        for base in ("", root):
            if place is not None and isinstance(pointer.follow(self.document, base + place), Mapping):
                found = self.at(base + place)
                return At(found.schema, found.pointer, base or found.pointer)
        return None

    def admits_null(self, at: At, *, is_exact: bool = False, seen: frozenset[str] = frozenset()) -> bool:
        """Whether null is a value of the schema; with `is_exact` not of a oneOf that admits it in several branches."""
        if at.pointer in seen:
            return True
        said = admits_null_itself(at.schema)
        if said is False or at.schema.get("nullable") is True:
            return said is True
        return all(self._parts_admit_null(at, is_exact, seen | {at.pointer}))

    def _parts_admit_null(self, at: At, is_exact: bool, seen: frozenset[str]) -> Iterator[bool]:
        def admits(part: At) -> bool:
            return self.admits_null(part, is_exact=is_exact, seen=seen)

        if "$ref" in at.schema:
            yield admits(self.follow(at))
        yield from map(admits, at.branches("allOf"))
        for keyword in UNIONS:
            if at.schema.get(keyword):
                fitting = sum(map(admits, at.branches(keyword)))
                yield fitting == 1 if is_exact and keyword == "oneOf" else fitting > 0
        if "not" in at.schema:
            yield not admits(at.under("not"))
        if "if" in at.schema:
            chosen = "then" if admits(at.under("if")) else "else"
            yield chosen not in at.schema or admits(at.under(chosen))

    def tags(self, at: At) -> dict[str, tuple[Json, ...]]:
        """Required properties of an object schema that name its kind: each with the few values that it may have."""
        at = self.follow(at)
        required = at.schema.get("required")
        properties = at.schema.get("properties")
        if not isinstance(required, list) or not isinstance(properties, Mapping):
            return {}
        tags = {}
        for name in required:
            if isinstance(name, str) and name in properties:
                schema = self.follow(at.under("properties", name)).schema
                values = [schema["const"]] if "const" in schema else schema.get("enum")
                if isinstance(values, list):
                    tags[name] = tuple(values)
        return tags
