"""The rules on a package's source: what callers notice when their own code is run or type-checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nemogen.findings import Direction, Level

AREA: Final = "source"


@dataclass(frozen=True, slots=True)
class SourceRule:
    """One row. `message` has places for {names}, which callers use, for {old} and {new}, and for verbs of the names."""

    id: str
    level: Level
    direction: Direction
    message: str

    @property
    def meaning(self) -> str:
        """The message of one name, whose place is left open."""
        return self.message.format(names="{names}", old="{old}", new="{new}", **VERBS)


VERBS: Final = {"be": "is", "have": "has", "take": "takes", "inherit": "inherits"}
"""The verbs of messages, and their forms where one name is told of."""

_B, _R, _A = Level.BREAKING, Level.RISKY, Level.ADDITIVE

_NAMES: Final = (
    ("python-package-added", _A, "the package {names} is new"),
    ("python-package-removed", _B, "the package {names} is gone"),
    ("python-package-renamed", _B, "the package is imported as {new}, no longer as {old}"),
    ("python-name-added", _A, "{names} can be imported"),
    ("python-name-removed", _B, "{names} cannot be imported any more"),
    ("python-name-moved", _B, "{names} {be} imported from {new}, no longer from {old}"),
    ("python-name-renamed", _B, "{names} {be} called {new} now"),
    ("python-name-deprecated", _R, "{names} {be} called {new} now, and deprecated under the old name"),
    ("python-kind-changed", _B, "{names} {be} a {new} now, was a {old}"),
    ("python-base-added", _A, "{names} {inherit} from {new} too"),
    ("python-base-removed", _B, "{names} no longer {inherit} from {old}"),
    ("python-method-added", _A, "{names} {be} new"),
    ("python-method-removed", _B, "{names} {be} gone"),
    ("python-method-renamed", _B, "{names} {be} called {new} now"),
    ("python-method-deprecated", _R, "{names} {be} called {new} now, and deprecated under the old name"),
    ("python-method-became-async", _B, "{names} {have} to be awaited now"),
    ("python-method-became-sync", _B, "{names} must not be awaited any more"),
    ("python-attribute-added", _A, "{names} {be} new"),
    ("python-attribute-removed", _B, "{names} {be} gone"),
    ("python-attribute-renamed", _B, "{names} {be} called {new} now"),
    ("python-attribute-deprecated", _R, "{names} {be} called {new} now, and deprecated under the old name"),
    ("python-member-kind-changed", _B, "{names} {be} {new} now, was {old}"),
    ("python-enum-value-changed", _B, "{names} {be} {new} now, was {old}"),
    ("python-setting-changed", _B, "{names} {be} {new} now, was {old}"),
    ("python-code-changed", _R, "the code of {names} changed, but no name and no type of it"),
    ("python-overload-added", _A, "{names} can be called in another way too"),
)
_GIVEN: Final = (
    ("python-parameter-added", _A, "{names} {be} new"),
    ("python-required-parameter-added", _B, "{names} {be} new and {have} to be given"),
    ("python-parameter-removed", _B, "{names} {be} gone"),
    ("python-parameter-renamed", _B, "{names} {be} called {new} now"),
    ("python-parameter-became-required", _B, "{names} {have} to be given now"),
    ("python-parameter-became-optional", _A, "{names} may be left out"),
    ("python-parameter-became-keyword-only", _B, "{names} {have} to be given by name"),
    ("python-parameter-became-positional-only", _B, "{names} cannot be given by name any more"),
    ("python-parameter-became-flexible", _A, "{names} may be given by name or by place"),
    ("python-parameter-kind-changed", _B, "{names} {be} {new} now, was {old}"),
    ("python-parameters-reordered", _B, "{names} {take} its arguments in another order: {new}"),
    ("python-parameter-default-changed", _R, "{names} {be} {new} by default, was {old}"),
    ("python-argument-widened", _A, "{names} {take} {new} too"),
    ("python-argument-narrowed", _B, "{names} no longer {take} {old}"),
    ("python-argument-type-changed", _B, "{names} {take} {new}, no longer {old}"),
    ("python-required-key-added", _B, "{names} {be} new and {have} to be given"),
    ("python-key-became-required", _B, "{names} {have} to be given now"),
    ("python-key-became-optional", _A, "{names} may be left out"),
)
# A value that was never None and now may be fails in code that reads on from it, at run time and under a type checker.
# Another alternative of a union is not as bad: the values that there were still come, and what is new comes to those
# who ask for it or who have to expect it anyway, since the models keep what they do not know.
_READ: Final = (
    ("python-result-may-be-none", _B, "{names} may be None now"),
    ("python-result-widened", _R, "{names} may be {new} too"),
    ("python-result-narrowed", _A, "{names} {be} no longer {old}"),
    ("python-result-became-typed", _R, "{names} {be} {new} now, could be anything"),
    ("python-result-type-changed", _B, "{names} {be} {new} now, was {old}"),
    ("python-key-may-be-missing", _B, "{names} may be missing now"),
)

SOURCE_RULES: Mapping[str, SourceRule] = {
    id_: SourceRule(id_, level, direction, message)
    for direction, rows in ((Direction.BOTH, _NAMES), (Direction.REQUEST, _GIVEN), (Direction.RESPONSE, _READ))
    for id_, level, message in rows
}
"""All rules by id."""
