"""Walks two schemas side by side, each pair once for a scope, without recursion."""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from nemogen.contract_form.document import Contract
from nemogen.contract_form.places import Spot
from nemogen.contract_form.schema import Node
from nemogen.diff.collector import Context, Log
from nemogen.diff.match_schemas import Matcher


@dataclass(frozen=True, slots=True)
class Pair:
    """Two schemas to compare. `is_branch`: one became a branch of the other's union; the unions' own words about null
    and the like were compared already."""

    base: Node
    revision: Node
    context: Context
    is_branch: bool = False


class Walk:
    """The pairs that wait to be compared, with what a check needs to do it."""

    def __init__(
        self,
        base: Contract,
        revision: Contract,
        log: Log,
        check: Callable[[Walk, Pair], None],
        today: datetime.date | None,
    ) -> None:
        self.base = base
        self.revision = revision
        self.log = log
        self.today = today
        self.matcher = Matcher(base, revision)
        self._check = check
        self._waiting: deque[Pair] = deque()
        self._order: dict[str, None] = {}
        self._above: dict[Hashable, list[Hashable]] = {}
        self._operations: dict[Hashable, dict[str, None]] = {}

    def schemas(self, base: Spot, revision: Spot, context: Context) -> None:
        """Compare two schemas and everything below, now."""
        self.later(base, revision, context)
        while self._waiting:
            pair = self._waiting.popleft()
            self.log.pair = _key(pair)
            self._check(self, pair)
        self.log.pair = None

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

    def later(self, base: Spot, revision: Spot, context: Context) -> None:
        """Compare two schemas when the present one is done."""
        self.push(Pair(self.base.shapes.node(base), self.revision.shapes.node(revision), context))

    def push(self, pair: Pair) -> None:
        """As `later`, for a pair; one that was met in this scope is left out."""
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
    return id(pair.base), id(pair.revision), context.scope, context.is_unstable, context.is_weak, pair.is_branch
