"""Arguments that the methods of an operation take by name, where they are declared once for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def _type_of(declared: Any) -> str:
    """The type of a key of a TypedDict as the module spells it, without the mark of a key that is required."""
    spelling: str = declared.__forward_arg__
    return spelling.removeprefix("Required[").removesuffix("]") if spelling.startswith("Required[") else spelling


class Keywords:
    """The arguments in `declared` (a TypedDict), which of them are required, and values of those with a default."""

    __slots__ = ("annotations", "defaults", "names", "required")

    def __init__(
        self, declared: type[Any], *, required: Sequence[str] = (), defaults: Mapping[str, object] | None = None
    ) -> None:
        self.annotations = {name: _type_of(kind) for name, kind in declared.__annotations__.items()}
        self.names = frozenset(self.annotations)
        self.required = required
        self.defaults = defaults or {}

    def check(self, method: str, values: Mapping[str, object]) -> None:
        """Raise the TypeError that Python raises for an argument that a function does not have, or that it lacks."""
        for name in values.keys() - self.names:
            raise TypeError(f"{method}() got an unexpected keyword argument {name!r}")
        for name in self.required:
            if name not in values:
                raise TypeError(f"{method}() missing a required keyword-only argument: {name!r}")
