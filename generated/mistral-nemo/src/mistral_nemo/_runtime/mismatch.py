"""The locations where a response does not match the spec."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass

NOTHING = "nothing"

# Names in the dictionary of a model that no field can have. pydantic ignores what is not a field in dumps and in
# comparisons.
MISMATCHES = "_mismatches"
REQUEST_ID = "_request_id"


class ContractWarning(UserWarning):
    """A response does not match the spec. It is returned anyway: see `mismatches` on the object."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One location in a response: its JSON Pointer (RFC 6901), what was expected, and the JSON found (shortened)."""

    pointer: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: expected {self.expected}, found {self.found}"


def child(pointer: str, name: str) -> str:
    """The JSON Pointer (RFC 6901) of a property."""
    return f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"


_MOST_LOCATIONS = 1000
_warned: set[tuple[str, str, str]] = set()


def warn_once(operation: str, mismatches: Iterable[Mismatch]) -> None:
    """Warn about each location once; entries of a list count as one location."""
    for mismatch in mismatches:
        location = (operation, re.sub(r"/\d+(?=/|$)", "/*", mismatch.pointer), mismatch.expected)
        if location in _warned or len(_warned) >= _MOST_LOCATIONS:
            continue
        _warned.add(location)
        warnings.warn(f"{operation}: the response does not match the spec at {mismatch}", ContractWarning, stacklevel=2)
