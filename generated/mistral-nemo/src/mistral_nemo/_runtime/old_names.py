"""Names that a module had before: they lead to the new ones, with a warning."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from typing import Any


def with_old_names(
    module: str, old: Mapping[str, tuple[str, str]], load: Callable[[str], Any] | None
) -> Callable[[str], Any]:
    """`__getattr__` of a module (PEP 562): an old name gives what has the new one, and a DeprecationWarning.

    `old` has by old name the new one and what is said of it; `load` is the `__getattr__` that the module has besides.
    """

    def find(name: str) -> Any:
        if name in old:
            new, note = old[name]
            warnings.warn(f"{module}.{name}: {note}", DeprecationWarning, stacklevel=2)
            return getattr(sys.modules[module], new)
        if load is not None:
            return load(name)
        raise AttributeError(f"module {module!r} has no attribute {name!r}")

    return find
