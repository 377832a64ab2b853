"""Warns of deprecated arguments that are passed. PEP 702 marks functions and classes, and has nothing for arguments."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from types import FrameType
from typing import Any

from .omit import Omit
from .operation import Operation

_PACKAGE = __name__.partition("._runtime")[0]


def warn_of_deprecated(operation: Operation[Any], arguments: Mapping[str, object], body: object) -> None:
    """A DeprecationWarning for each deprecated argument that is given, at the line that calls the method."""
    given = {name for name, value in arguments.items() if not isinstance(value, Omit)}
    if isinstance(body, Mapping):
        given |= {operation.python_name(name) for name, value in body.items() if not isinstance(value, Omit)}
    for name, note in operation.deprecated.items():
        if name in given:
            _warn(f"{operation.name}: the argument {name} is {note}")


def _warn(message: str) -> None:
    import inspect  # where there is something to warn of only: it costs the import of a package

    frame = _caller(inspect.currentframe())
    if frame is None:
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        return
    warnings.warn_explicit(
        message,
        DeprecationWarning,
        filename=frame.f_code.co_filename,
        lineno=frame.f_lineno,
        module=str(frame.f_globals.get("__name__", "")),
        registry=frame.f_globals.setdefault("__warningregistry__", {}),
    )


def _caller(frame: FrameType | None) -> FrameType | None:
    """The frame that called the package."""
    while frame is not None and f"{frame.f_globals.get('__name__', '')}.".startswith(f"{_PACKAGE}."):
        frame = frame.f_back
    return frame
