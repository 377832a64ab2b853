"""Finds what belongs together in base and revision: union variants, renamed properties and parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence

from nemogen.diff.side import Side, component_name
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema import Schema, SchemaNode

MOST_COMPARISONS = 10_000
"""Beyond this many pairs of unlike variants, only equal, tagged and named ones are matched."""
ALIKE = 0.5
MOST_PROPERTIES = 3
"""How many properties name a variant that has no name."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Variantes that belong together, and those of either side that are alone."""

    pairs: tuple[tuple[Schema, Schema], ...]
    removed: tuple[Schema, ...]
    added: tuple[Schema, ...]


class Matcher:
    """Matches the schemas of two documents."""

    def __init__(self, base: Side, revision: Side) -> None:
        self._base = base
        self._revision = revision

    def variants(self, base: Sequence[Schema], revision: Sequence[Schema]) -> Matched:
        """Match by meaning: equal first, then by tag, by component, by title, and by shape last."""
        left, right = list(base), list(revision)
        pairs: list[tuple[Schema, Schema]] = []
        _take_in_place(left, right, pairs)
        _take(left, right, pairs, lambda node: _worded(self._base, node), lambda node: _worded(self._revision, node))
        _take(left, right, pairs, self._base.digests.of, self._revision.digests.of)
        self._drop_doubles(pairs, left, right)
        _take(left, right, pairs, lambda node: _tag(self._base, node), lambda node: _tag(self._revision, node))
        _take(left, right, pairs, component_name, component_name)
        _take(left, right, pairs, _title, _title)
        if len(left) * len(right) <= MOST_COMPARISONS:
            self._by_shape(left, right, pairs)
        return Matched(tuple(pairs), tuple(left), tuple(right))

    def _drop_doubles(self, pairs: list[tuple[Schema, Schema]], left: list[Schema], right: list[Schema]) -> None:
        """A lone variant that says what a matched one says is nothing new, unless both have names of their own."""
        if left:
            named = {self._base.digests.of(old): component_name(new) for old, new in pairs}
            left[:] = [each for each in left if not _is_double(each, self._base.digests.of(each), named)]
        if right:
            named = {self._revision.digests.of(new): component_name(old) for old, new in pairs}
            right[:] = [each for each in right if not _is_double(each, self._revision.digests.of(each), named)]

    def best(self, lone: Schema, variants: Sequence[Schema], *, is_base: bool) -> Schema | None:
        """The variant of the other document that a schema became, or came from."""
        matched = self.variants([lone], variants) if is_base else self.variants(variants, [lone])
        return next((pair[1 if is_base else 0] for pair in matched.pairs), None)

    def same(self, base: SchemaNode, revision: SchemaNode) -> bool:
        """Whether two schemas mean the same."""
        return self._base.digests.of(base) == self._revision.digests.of(revision)

    def renamed(self, removed: Mapping[str, SchemaNode], added: Mapping[str, SchemaNode]) -> dict[str, str]:
        """Names that became other names: same schema, and the same letters, or the same text where both are alone."""
        by_letters: dict[str, list[str]] = {}
        for other in added:
            by_letters.setdefault(_letters(other), []).append(other)
        found: dict[str, str] = {}
        for name, node in removed.items():
            likely = by_letters.get(_letters(name), [])
            if len(removed) == len(added) == 1 and not likely:
                likely = [other for other in added if self._is_distinctive(node, added[other])]
            twin = next((other for other in likely if self.same(node, added[other])), None)
            if twin:
                likely.remove(twin)
                found[name] = twin
        return found

    def _is_distinctive(self, base: SchemaNode, revision: SchemaNode) -> bool:
        """Whether a schema says enough for its twin to be the same thing."""
        text = self._base.plain(base).annotations.description
        return bool(text) and text == self._revision.plain(revision).annotations.description

    def _by_shape(self, left: list[Schema], right: list[Schema], pairs: list[tuple[Schema, Schema]]) -> None:
        scored = sorted(
            ((_likeness(old, new), -i, -j) for i, old in enumerate(left) for j, new in enumerate(right)), reverse=True
        )
        used_left: set[int] = set()
        used_right: set[int] = set()
        for score, i, j in scored:
            if score >= ALIKE and -i not in used_left and -j not in used_right:
                used_left.add(-i)
                used_right.add(-j)
                pairs.append((left[-i], right[-j]))
        left[:] = [node for index, node in enumerate(left) if index not in used_left]
        right[:] = [node for index, node in enumerate(right) if index not in used_right]


def _is_double(variant: Schema, digest: bytes, named: Mapping[bytes, str | None]) -> bool:
    """Whether a variant says what a matched one says; `named` are the names that these have on the other side."""
    return digest in named and (component_name(variant) is None or named[digest] is None)


def _take_in_place(left: list[Schema], right: list[Schema], pairs: list[tuple[Schema, Schema]]) -> None:
    """As `_take`, for components of one name at the same place: so no digest has to be made where nothing moved."""
    stay = [
        component_name(old) is not None and component_name(old) == component_name(new)
        for old, new in zip(left, right, strict=False)
    ]
    pairs.extend((left[index], right[index]) for index, stays in enumerate(stay) if stays)
    left[:] = [node for index, node in enumerate(left) if index >= len(stay) or not stay[index]]
    right[:] = [node for index, node in enumerate(right) if index >= len(stay) or not stay[index]]


def _take(
    left: list[Schema],
    right: list[Schema],
    pairs: list[tuple[Schema, Schema]],
    left_key: Callable[[Schema], Hashable | None],
    right_key: Callable[[Schema], Hashable | None],
) -> None:
    """Move the nodes of equal key from both lists to `pairs`."""
    waiting: dict[Hashable, list[Schema]] = {}
    for node in right:
        waiting.setdefault(right_key(node), []).append(node)
    waiting.pop(None, None)
    rest = []
    for node in left:
        twins = waiting.get(left_key(node))
        if twins:
            pairs.append((node, twins.pop(0)))
        else:
            rest.append(node)
    taken = {id(new) for _, new in pairs}
    left[:] = rest
    right[:] = [node for node in right if id(node) not in taken]


def variant_name(side: Side, schema: Schema) -> str:
    """What to call a union's variant to people."""
    return given_name(side, schema) or _described(schema) or "a schema without a name"


def given_name(side: Side, schema: Schema) -> str | None:
    """The name that a document gives a variant: of the component, its title, or its tag."""
    tag = " ".join(_tag(side, schema) or ()).replace('"', "")
    return component_name(schema) or _title(schema) or tag or None


def _described(schema: Schema) -> str:
    """A variant without a name, by its types and properties."""
    types = " or ".join(sorted(schema.types))
    names = list(schema.objects.properties)
    if not names:
        return types
    more = f" and {len(names) - MOST_PROPERTIES} more" if len(names) > MOST_PROPERTIES else ""
    return f"{types or 'object'} with {', '.join(names[:MOST_PROPERTIES])}{more}"


def _worded(side: Side, schema: Schema) -> tuple[bytes, str, str]:
    """What a variant means and in which words, which part those that mean the same."""
    return side.digests.of(schema), schema.annotations.title, schema.annotations.description


def _title(schema: Schema) -> str | None:
    return schema.annotations.title or None


def _tag(side: Side, schema: Schema) -> tuple[str, ...] | None:
    """The fixed values of required properties, which is what distinguishes tagged variants."""
    tags = []
    properties = schema.objects.properties
    for name in sorted(set(schema.objects.required) & properties.keys()):
        values = side.plain(properties[name]).enum
        if values is not None and len(values) == 1:
            tags.append(f"{name}={values[0].key}")
    return tuple(tags) or None


def _likeness(old: Schema, new: Schema) -> float:
    if old.types != new.types:
        return 0.0
    mine, theirs = old.objects.properties.keys(), new.objects.properties.keys()
    if mine or theirs:
        return len(mine & theirs) / len(mine | theirs)
    rules = ((old.enum, new.enum), (old.numbers, new.numbers), (old.strings, new.strings))
    return ALIKE + sum(1 for one, other in rules if one == other) / 100


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
