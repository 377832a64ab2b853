"""Walks two schemas side by side, each pair once for a scope, without recursion."""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from generator.contract_form.document import Contract
from generator.contract_form.places import Spot
from generator.contract_form.schema import Node
from generator.diff.log import Context, Log
from generator.diff.match import Matcher


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
        self._seen: set[tuple[int, int, str, bool, bool, bool]] = set()

    def schemas(self, base: Spot, revision: Spot, context: Context) -> None:
        """Compare two schemas and everything below, now."""
        self.later(base, revision, context)
        while self._waiting:
            self._check(self, self._waiting.popleft())

    def later(self, base: Spot, revision: Spot, context: Context) -> None:
        """Compare two schemas when the present one is done."""
        self.push(Pair(self.base.shapes.node(base), self.revision.shapes.node(revision), context))

    def push(self, pair: Pair) -> None:
        """As `later`, for a pair; one that was met in this scope is left out."""
        context = pair.context
        key = (
            id(pair.base),
            id(pair.revision),
            context.scope,
            context.is_unstable,
            context.is_weak,
            pair.is_branch,
        )
        if key not in self._seen:
            self._seen.add(key)
            self._waiting.append(pair)
