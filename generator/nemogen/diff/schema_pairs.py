"""Walks two schemas side by side, each pair once for a scope, without recursion."""

from __future__ import annotations

import datetime
import re
from collections import deque
from collections.abc import Callable, Hashable
from typing import Final

from nemogen.change_policy import ChangePolicy
from nemogen.diff.collector import Context, Log
from nemogen.diff.families import Children, match_children
from nemogen.diff.match_schemas import Matcher
from nemogen.diff.side import Side
from nemogen.findings import Direction, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef

DEEPEST_TRIAL: Final = 4
"""How many comparisons are made for the sake of another one, inside each other: recursive negations have no end."""

SAYS_NOTHING_OF_VALUES: Final = re.compile(r"property-(removed|renamed)$|default-value|discriminator|xml-changed")
"""Rules of changes after which just the same values are valid."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two schemas to compare, in their plain view.

    `is_variant`: one became a variant of the other's union; the unions' own words about null and the like were compared
    already.
    """

    base: Schema
    revision: Schema
    context: Context
    is_variant: bool = False
    is_null_reported: bool = False
    """Whether they are variants of a union that has reported the change of null."""


class Walk:
    """The pairs that wait to be compared, with what a check needs to do it."""

    def __init__(
        self,
        base: Side,
        revision: Side,
        log: Log,
        check: Callable[[Walk, Pair], None],
        today: datetime.date | None,
        *,
        policy: ChangePolicy,
        depth: int = 0,
    ) -> None:
        self.base = base
        self.revision = revision
        self.log = log
        self.today = today
        self.policy = policy
        self.matcher = Matcher(base, revision)
        self._check = check
        self._depth = depth
        self._waiting: deque[Pair] = deque()
        self._order: dict[str, None] = {}
        self._above: dict[Hashable, list[Hashable]] = {}
        self._operations: dict[Hashable, dict[str, None]] = {}
        self._reported: set[Hashable] = set()
        self._self_contained: dict[int, tuple[Schema, bool]] = {}
        """By the identity of a schema, which is kept so that no other gets it."""

    def schemas(self, base: SchemaNode, revision: SchemaNode, context: Context) -> None:
        """Compare two schemas and everything below, now."""
        self.later(base, revision, context)
        while self._waiting:
            pair = self._waiting.popleft()
            self.log.pair = _key(pair)
            self._check(self, pair)
        self.log.pair = None

    def relate(self, base: SchemaNode, revision: SchemaNode, *, is_weak: bool = False) -> tuple[bool, bool]:
        """Whether the schema of the revision refuses values that the one of the base accepts, and the reverse.

        The rules say it: what breaks senders is refused now, and what breaks readers is accepted now.
        """
        if self._depth >= DEEPEST_TRIAL:
            return True, True
        sides = (Direction.REQUEST, "request-body"), (Direction.RESPONSE, "response-body")
        refuses, accepts = (
            self._is_harmful(base, revision, Context(direction=direction, scope=scope, is_weak=is_weak))
            for direction, scope in sides
        )
        return refuses, accepts

    def _is_harmful(self, base: SchemaNode, revision: SchemaNode, context: Context) -> bool:
        log, depth = Log(open_enums=False), self._depth + 1
        trial = Walk(self.base, self.revision, log, self._check, None, policy=ChangePolicy(), depth=depth)
        trial.schemas(base, revision, context)
        return any(
            entry.level.rank <= Level.RISKY.rank
            and not SAYS_NOTHING_OF_VALUES.search(entry.rule.id)
            and not (entry.rule.is_loss and entry.rule.direction is Direction.RESPONSE)
            for entry in trial.log.entries
        )

    def operations(self, pair: Hashable) -> tuple[str, ...]:
        """The operations that lead to a pair, in the order of the documents."""
        found: dict[str, None] = {}
        seen, ahead = {pair}, [pair]
        while ahead:
            one = ahead.pop()
            found |= self._operations.get(one, {})
            for other in self._above[one]:
                if other not in seen:
                    seen.add(other)
                    ahead.append(other)
        return tuple(each for each in self._order if each in found)

    def identity(self, base: SchemaNode | None, revision: SchemaNode | None) -> str:
        """A short text of what schemas mean that came, went or changed, for findings that do not say it."""
        sides = ((self.base, base), (self.revision, revision))
        return " ".join(side.digests.of(node).hex()[:12] if node is not None else "-" for side, node in sides)

    def later(self, base: SchemaNode, revision: SchemaNode, context: Context) -> None:
        """Compare two schemas when the present one is done.

        Nothing is found if a reference leads nowhere: `diff.document` reports that fault. Most schemas are the same in
        both revisions, and are not compared in detail.
        """
        if self._are_same(base, revision):
            return
        if self.base.knows(base) and self.revision.knows(revision):
            self.push(Pair(self.base.plain(base), self.revision.plain(revision), context))
            self.push_children(base, revision, context)

    def _are_same(self, base: SchemaNode, revision: SchemaNode) -> bool:
        """Whether two schemas are equal, words included, and nothing in them leads elsewhere."""
        if isinstance(base, SchemaRef) or isinstance(revision, SchemaRef):
            return False
        try:
            return self._is_self_contained(base) and base == revision
        except RecursionError:
            return False  # comparing step by step gets along with less of the stack

    def _is_self_contained(self, schema: Schema) -> bool:
        """Whether neither a reference nor a discriminator, which names components, is in a schema."""
        known = self._self_contained.get(id(schema))
        if known is None:
            below = (node for _, node in schema.children())
            is_ = schema.discriminator is None and all(
                isinstance(node, Schema) and self._is_self_contained(node) for node in below
            )
            known = self._self_contained[id(schema)] = (schema, is_)
        return known[1]

    def push_children(self, base: SchemaNode, revision: SchemaNode, context: Context) -> None:
        """Compare the children by `allOf` of what both documents declare as the base of a family: values may be such.

        One that only one document has is noted once for a pair, as a variant of a union is.
        """
        found = match_children(self.base, base, self.revision, revision)
        for name, (old, new) in found.pairs.items():
            pair = Pair(self.base.plain(old), self.revision.plain(new), context.below(f"({name})"))
            self.push(pair)
        if found.removed or found.added:
            self._note_children(Pair(self.base.plain(base), self.revision.plain(revision), context), found)

    def _note_children(self, pair: Pair, found: Children) -> None:
        key = _key(pair)
        if key in self._reported:
            return
        self._reported.add(key)
        before, self.log.pair = self.log.pair, key
        places = pair.base.locate("discriminator"), pair.revision.locate("discriminator")
        for name, child in found.removed.items():
            where = self.base.plain(child).location
            self.log.schema("one-of-removed", pair.context, where, places[1], value=name)
        for name, child in found.added.items():
            where = self.revision.plain(child).location
            self.log.schema("one-of-added", pair.context, places[0], where, value=name)
        self.log.pair = before

    def push(self, pair: Pair) -> None:
        """As `later`, for a pair; one that was compared in this scope already is skipped."""
        key = _key(pair)
        if key not in self._above:
            self._above[key] = []
            self._waiting.append(pair)
        if self.log.pair is None:
            self._order.setdefault(pair.context.operation)
            self._operations.setdefault(key, {}).setdefault(pair.context.operation)
        else:
            self._above[key].append(self.log.pair)


def _key(pair: Pair) -> Hashable:
    context = pair.context
    return (
        id(pair.base),
        id(pair.revision),
        context.scope,
        context.is_unstable,
        context.is_weak,
        context.has_other_values,
        pair.is_variant,
        pair.is_null_reported,
    )
