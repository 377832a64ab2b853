"""A violation of a schema by a value, and its location."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import field
from typing import Final

from nemogen import pointer
from nemogen.document import Json
from nemogen.light_dataclasses import dataclass
from nemogen.recordings.values import shown

PASSING: Final = frozenset({"undeclared", "ambiguous"})
"""Kinds of violation that break no caller: the API says more than the spec, or the spec says it twice."""

_PLAIN: Final = re.compile(r"[A-Za-z_$][\w$-]*")


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation of a schema by a value.

    `kind` is a row of `judge.KINDS`.
    `path` is general (`choices[].delta`), `instance` the JSON Pointer below the value, `schema` the pointer of the
    schema in the document, `keyword` the one that refuses, `name` the property that a missing, forbidden or undeclared
    one is about; `value` is what was found there.
    """

    kind: str
    path: str
    instance: str
    schema: str
    keyword: str
    expected: str
    value: Json
    name: str = ""


@dataclass
class Seen:
    """What values have shown of a document: pointers of schemas; pointers of enums, each with a value."""

    schemas: set[str] = field(default_factory=set)
    values: set[tuple[str, Hashable]] = field(default_factory=set)

    def add(self, more: Seen) -> None:
        """Add what other values have shown."""
        self.schemas |= more.schemas
        self.values |= more.values


@dataclass(frozen=True, slots=True)
class ValuePath:
    """The path to a value: its general text (`choices[].delta`), and the pointer below the value walked."""

    text: str = ""
    instance: str = ""

    def member(self, name: str, declared: bool = True) -> ValuePath:
        """The location of a member; one in a map (not `declared` by name) is shown as `{}`."""
        shown_name = (name if _PLAIN.fullmatch(name) else f"[{shown(name)}]") if declared else "{}"
        dot = "." if self.text and not shown_name.startswith("[") else ""
        return ValuePath(f"{self.text}{dot}{shown_name}", pointer.join(self.instance, name))

    def item(self, at: int) -> ValuePath:
        """The location of an item of an array."""
        return ValuePath(f"{self.text}[]", pointer.join(self.instance, at))
