"""Modules that annotations name, imported when somebody asks what the annotations mean, and not before."""

from __future__ import annotations

import importlib
from typing import Any


class LaterModule:
    """Stands for a module; its first attribute imports it.

    So `typing.get_type_hints` finds what an annotation such as `httpx2.Client` is, and a program that does not ask
    is spared the import.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self._name), name)
