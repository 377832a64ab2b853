"""Finds what belongs together in base and revision: union branches, renamed properties and parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from nemogen.contract_form.document import Contract
from nemogen.contract_form.places import Spot
from nemogen.contract_form.schema import Node
from nemogen.contract_form.values import canonical

MOST_COMPARISONS = 10_000
"""Beyond this many pairs of unlike branches, only equal, tagged and named ones are matched."""
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Matched:
    """Branches that belong together, and those of either side that are alone."""

    pairs: tuple[tuple[Node, Node], ...]
    removed: tuple[Node, ...]
    added: tuple[Node, ...]


class Matcher:
    """Matches the schemas of two documents."""

    def __init__(self, base: Contract, revision: Contract) -> None:
        self._base = base
        self._revision = revision

    def branches(self, base: Sequence[Node], revision: Sequence[Node]) -> Matched:
        """Match by meaning: equal first, then by tag, by component, by title, and by shape last."""
        left, right = list(base), list(revision)
        pairs: list[tuple[Node, Node]] = []
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

    def _drop_doubles(self, pairs: list[tuple[Node, Node]], left: list[Node], right: list[Node]) -> None:
        """A lone branch without a name that says what a matched one says is nothing new, on either side."""
        if left or right:
            known = {self._base.digests.of(old) for old, _ in pairs} & {
                self._revision.digests.of(new) for _, new in pairs
            }
            left[:] = [node for node in left if component_name(node) or self._base.digests.of(node) not in known]
            right[:] = [node for node in right if component_name(node) or self._revision.digests.of(node) not in known]

    def best(self, lone: Node, branches: Sequence[Node], *, is_base: bool) -> Node | None:
        """The branch of the other document that a schema became, or came from."""
        matched = self.branches([lone], branches) if is_base else self.branches(branches, [lone])
        return next((pair[1 if is_base else 0] for pair in matched.pairs), None)

    def same(self, base: Spot, revision: Spot) -> bool:
        """Whether two schemas mean the same."""
        return self._base.schema(base) == self._revision.schema(revision)

    def renamed(self, removed: Mapping[str, Spot], added: Mapping[str, Spot]) -> dict[str, str]:
        """Names that became other names: same schema, and the same letters, or the same text where both are alone."""
        by_letters: dict[str, list[str]] = {}
        for other in added:
            by_letters.setdefault(_letters(other), []).append(other)
        found: dict[str, str] = {}
        for name, spot in removed.items():
            likely = by_letters.get(_letters(name), [])
            if len(removed) == len(added) == 1 and not likely:
                likely = [other for other in added if self._is_telling(spot, added[other])]
            twin = next((other for other in likely if self.same(spot, added[other])), None)
            if twin:
                likely.remove(twin)
                found[name] = twin
        return found

    def _is_telling(self, base: Spot, revision: Spot) -> bool:
        """Whether a schema says enough for its twin to be the same thing."""
        node, twin = self._base.shapes.node(base), self._revision.shapes.node(revision)
        text = node.prose.get("description")
        return isinstance(text, str) and bool(text) and text == twin.prose.get("description")

    def _by_shape(self, left: list[Node], right: list[Node], pairs: list[tuple[Node, Node]]) -> None:
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


def _take_in_place(left: list[Node], right: list[Node], pairs: list[tuple[Node, Node]]) -> None:
    """As `_take`, for components of one name at the same place: so no digest has to be made where nothing moved."""
    stay = [
        component_name(old) is not None and component_name(old) == component_name(new)
        for old, new in zip(left, right, strict=False)
    ]
    pairs.extend((left[index], right[index]) for index, stays in enumerate(stay) if stays)
    left[:] = [node for index, node in enumerate(left) if index >= len(stay) or not stay[index]]
    right[:] = [node for index, node in enumerate(right) if index >= len(stay) or not stay[index]]


def _take(
    left: list[Node],
    right: list[Node],
    pairs: list[tuple[Node, Node]],
    left_key: Callable[[Node], Hashable | None],
    right_key: Callable[[Node], Hashable | None],
) -> None:
    """Move the nodes of equal key from both lists to `pairs`."""
    waiting: dict[Hashable, list[Node]] = {}
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


def component_name(node: Node) -> str | None:
    """The name of the component that a schema is, if it is one."""
    match = re.fullmatch(r"/(?:components/schemas|definitions)/([^/]+)", node.layers[-1].pointer)
    return match[1] if match else None


def branch_name(contract: Contract, node: Node) -> str:
    """What to call a union's branch to people."""
    tag = " ".join(_tag(contract, node) or ()).replace('"', "")
    types = " or ".join(sorted(node.types))
    return component_name(node) or _title(node) or tag or types or "a schema without a name"


def _worded(contract: Contract, node: Node) -> tuple[bytes, str]:
    """What a branch means and in which words, which part those that mean the same."""
    return contract.digests.of(node), canonical(node.prose)


def _title(node: Node) -> str | None:
    title = node.prose.get("title")
    return title if isinstance(title, str) and title else None


def _tag(contract: Contract, node: Node) -> tuple[str, ...] | None:
    """The fixed values of required properties, which is what tells tagged branches apart."""
    tags = []
    for name in sorted(node.required & node.properties.keys()):
        kid = contract.shapes.node(node.properties[name])
        if len(kid.facts.get("enum", ())) == 1:
            tags.append(f"{name}={kid.facts['enum'][0]}")
    return tuple(tags) or None


def _likeness(old: Node, new: Node) -> float:
    if old.types != new.types:
        return 0.0
    if old.properties or new.properties:
        names = old.properties.keys(), new.properties.keys()
        return len(names[0] & names[1]) / len(names[0] | names[1])
    own = len(old.facts.items() & new.facts.items()) if _is_flat(old) and _is_flat(new) else 0
    return ALIKE + own / 100


def _is_flat(node: Node) -> bool:
    return all(isinstance(value, str | int | float) for value in node.facts.values())


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
