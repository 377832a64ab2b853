"""Matches regular expressions of documents with the validator's engine, which limits runaway patterns."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import jsonschema_rs

_MOST_PATTERNS: Final = 2000


def is_usable(pattern: str) -> bool:
    """Whether the engine can compile a pattern; one that it cannot is ignored."""
    return _validator(pattern) is not None


def is_match(pattern: str, text: str) -> bool:
    """Whether a pattern matches somewhere in a text; true if that cannot be decided in reasonable time."""
    validator = _validator(pattern)
    if validator is None:
        return True
    errors = [*validator.iter_errors(text.encode("utf-8", "replace").decode("utf-8"))]
    return not any(isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Pattern) for error in errors)


@lru_cache(_MOST_PATTERNS)
def _validator(pattern: str) -> jsonschema_rs.Draft202012Validator | None:
    try:
        return jsonschema_rs.Draft202012Validator({"pattern": pattern}, validate_formats=False, offline=True)
    except (jsonschema_rs.ValidationError, ValueError):
        return None
