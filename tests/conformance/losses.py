"""The cases of the suite that come out wrong, each with its reason. An entry that comes out right is an error."""

from __future__ import annotations

from collections.abc import Mapping

_EMPTY_ENUM = "an enumeration without values is ignored, with a note: no publisher means that nothing is valid"

LOSSES: Mapping[str, str] = {
    f"enum: empty enum: {kind} is invalid": _EMPTY_ENUM
    for kind in ("string", "number", "null", "object", "array", "boolean")
}
