"""The shape of a canonical schema: what is left when prose, names, defaults and order are taken off."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from nemogen.document import JsonObject
from nemogen.naming.marks import NAME, ORIGIN, TITLE, VIEW
from nemogen.schema_tree import CLOSED, with_parts

PROSE: Final = frozenset({"description", "deprecated"})

_UNSHAPED = PROSE | {"default", CLOSED, NAME, ORIGIN, TITLE, VIEW}


def bare(schema: JsonObject) -> dict[str, Any]:
    """`schema` with nothing left in it that does not say which values it takes."""
    shape = {key: value for key, value in with_parts(schema, bare).items() if key not in _UNSHAPED}
    if "required" in shape:
        shape["required"] = sorted(shape["required"])
    return shape


def digest(value: Mapping[str, Any]) -> str:
    """Sixteen hex digits, equal for schemas of one shape."""
    return hashlib.sha256(json.dumps(bare(value), sort_keys=True).encode()).hexdigest()[:16]
