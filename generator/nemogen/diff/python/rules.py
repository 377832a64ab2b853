"""The rules on a package's source: what callers notice when their own code is run or type-checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.findings import Direction, Level
from nemogen.light_dataclasses import dataclass

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


VERBS: Final = {"be": "is", "were": "was", "accept": "accepts", "inherit": "inherits"}
"""The verbs of messages, and their forms for a single name."""

_B, _R, _A = Level.BREAKING, Level.RISKY, Level.ADDITIVE

_NAMES: Final = (
    ("python-package-added", _A, "the package {names} is new"),
    ("python-package-removed", _B, "the package {names} was removed"),
    ("python-package-renamed", _B, "the package is imported as {new}, no longer as {old}"),
    ("python-name-added", _A, "{names} can be imported"),
    ("python-name-removed", _B, "{names} can no longer be imported"),
    ("python-name-moved", _B, "{names} {be} imported from {new}, no longer from {old}"),
    ("python-name-renamed", _B, "{names} {were} renamed to {new}"),
    ("python-name-deprecated", _R, "{names} {were} renamed to {new}; the old name is deprecated"),
    ("python-kind-changed", _B, "{names} {be} now a {new}, {were} a {old}"),
    ("python-base-added", _A, "{names} also {inherit} from {new}"),
    ("python-base-removed", _B, "{names} no longer {inherit} from {old}"),
    ("python-method-added", _A, "{names} {be} new"),
    ("python-method-removed", _B, "{names} {were} removed"),
    ("python-method-renamed", _B, "{names} {were} renamed to {new}"),
    ("python-method-deprecated", _R, "{names} {were} renamed to {new}; the old name is deprecated"),
    ("python-method-became-async", _B, "{names} must now be awaited"),
    ("python-method-became-sync", _B, "{names} must no longer be awaited"),
    ("python-attribute-added", _A, "{names} {be} new"),
    ("python-attribute-removed", _B, "{names} {were} removed"),
    ("python-attribute-renamed", _B, "{names} {were} renamed to {new}"),
    ("python-attribute-deprecated", _R, "{names} {were} renamed to {new}; the old name is deprecated"),
    ("python-member-kind-changed", _B, "{names} {be} now {new}, {were} {old}"),
    ("python-enum-value-changed", _B, "{names} {be} now {new}, {were} {old}"),
    ("python-setting-changed", _B, "{names} {be} now {new}, {were} {old}"),
    ("python-code-changed", _R, "the code of {names} changed; names and types did not"),
    ("python-overload-added", _A, "{names} can now also be called in another way"),
)
_GIVEN: Final = (
    ("python-parameter-added", _A, "{names} {be} new"),
    ("python-required-parameter-added", _B, "{names} {be} new and required"),
    ("python-parameter-removed", _B, "{names} {were} removed"),
    ("python-parameter-renamed", _B, "{names} {were} renamed to {new}"),
    ("python-parameter-became-required", _B, "{names} {be} now required"),
    ("python-parameter-became-optional", _A, "{names} {be} now optional"),
    ("python-parameter-became-keyword-only", _B, "{names} must now be passed by keyword"),
    ("python-parameter-became-positional-only", _B, "{names} can no longer be passed by keyword"),
    ("python-parameter-became-flexible", _A, "{names} may now be passed by keyword or by position"),
    ("python-parameter-kind-changed", _B, "{names} {be} now {new}, {were} {old}"),
    ("python-parameters-reordered", _B, "the arguments of {names} are in another order: {new}"),
    ("python-parameter-default-changed", _R, "the default of {names} is now {new}, was {old}"),
    ("python-argument-widened", _A, "{names} also {accept} {new}"),
    ("python-argument-narrowed", _B, "{names} no longer {accept} {old}"),
    ("python-argument-type-changed", _B, "{names} {accept} {new}, no longer {old}"),
    ("python-required-key-added", _B, "{names} {be} new and required"),
    ("python-key-became-required", _B, "{names} {be} now required"),
    ("python-key-became-optional", _A, "{names} {be} now optional"),
)
# A value that was never None and now may be fails in code that reads on from it, at run time and under a type checker.
# Another alternative of a union is not as bad: the values that there were still come, and what is new comes to those
# who ask for it or who have to expect it anyway, since the models keep what they do not know.
_READ: Final = (
    ("python-result-may-be-none", _B, "{names} may now be None"),
    ("python-result-widened", _R, "{names} may also be {new}"),
    ("python-result-narrowed", _A, "{names} {be} no longer {old}"),
    ("python-result-became-typed", _R, "{names} {be} now {new}, could be anything"),
    ("python-result-type-changed", _B, "{names} {be} now {new}, {were} {old}"),
    ("python-key-may-be-missing", _B, "{names} may now be missing"),
)

SOURCE_RULES: Mapping[str, SourceRule] = {
    id_: SourceRule(id_, level, direction, message)
    for direction, rows in ((Direction.BOTH, _NAMES), (Direction.REQUEST, _GIVEN), (Direction.RESPONSE, _READ))
    for id_, level, message in rows
}
"""All rules by id."""
