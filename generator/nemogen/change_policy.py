"""What a project asks of an API that changes, beyond what the change does to callers: [policy] of api.toml."""

from __future__ import annotations

from typing import Final

from nemogen.light_dataclasses import dataclass

STABILITY: Final = ("draft", "alpha", "beta", "stable")
"""The levels of `x-stability-level`, the least stable first."""

ENUMS: Final = ("open", "closed")


@dataclass(frozen=True, slots=True)
class ChangePolicy:
    """The policy on changes.

    `deprecation_days` is how long what is deprecated has to stay: its `x-sunset` is at least so many days ahead; 0 asks
    for no sunset. `deprecation_days_beta` is the same for what is of stability level beta; what is less stable needs
    none. `stability` is the lowest level whose breaking changes count as such; below it they are risky. `enums` says
    whether readers accept values of a response's enum that they do not know ("open") or fail on them ("closed").
    """

    deprecation_days: int = 0
    deprecation_days_beta: int | None = None
    stability: str = "beta"
    enums: str = "open"

    def days_of(self, level: int | None) -> int:
        """The days that a deprecated part of a stability level (a place in STABILITY, None for none of it) has left."""
        if level is None or level == STABILITY.index("stable"):
            return self.deprecation_days
        if level != STABILITY.index("beta"):
            return 0
        return self.deprecation_days if self.deprecation_days_beta is None else self.deprecation_days_beta

    def is_unstable(self, level: object) -> bool:
        """Whether a stability level, as it is written, warns that anything may change at any time."""
        return level in STABILITY and STABILITY.index(str(level)) < STABILITY.index(self.stability)


DEFAULT_POLICY: Final = ChangePolicy()
"""What holds where a project says nothing, and for two files that are of no project."""
