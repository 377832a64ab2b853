"""YAML text as JSON values: the JSON part of YAML 1.2 (RFC 9512, section 3.4), from the events of PyYAML.

PyYAML's own constructors follow YAML 1.1, where `no`, `on` and `12:30` are not strings and a date is an object, and its
composer recurses in C, which a deep document crashes. Events need neither. Merge keys (`<<`) are YAML 1.1 too, but
publishers write them and every other tool reads them, so they are merged as https://yaml.org/type/merge.html says.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Final, NoReturn, Protocol, TypeAlias, cast

from nemogen.document import Json
from nemogen.errors import Location, SpecError
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.text_json import MAX_DEPTH, MAX_DIGITS
from nemogen.pointer import join

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import Mark

_Tree: TypeAlias = dict[str, "_Tree"] | list["_Tree"] | str | int | float | bool | None
"""A JSON value that is still being built."""

MAX_VALUES: Final = 5_000_000
"""Values after aliases are expanded: what stops "billion laughs"."""

_TAG: Final = "tag:yaml.org,2002:"
_MERGE_TAG: Final = f"{_TAG}merge"
_JSON_TAGS: Final = frozenset(_TAG + kind for kind in ("str", "int", "float", "bool", "null", "map", "seq"))
_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER: Final = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def decode_yaml(text: str, file: str) -> tuple[Json, tuple[Location, ...]]:
    """The value of `text` and the locations of all keys that a mapping names again (the last one counts).

    Keys become strings as they are written (`200:` is "200"). Raises SpecError, with line and column, for what is not
    YAML, more than one document, not a JSON value (tags, infinite numbers, mappings as keys; dates stay strings), too
    deep, or too large once its aliases are expanded.
    """
    import yaml

    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(cast("_Event", event))
    except yaml.MarkedYAMLError as error:
        _raise_syntax(error.problem or "", error.problem_mark or error.context_mark, file)
    except yaml.YAMLError as error:
        _raise_syntax(str(error).splitlines()[0], None, file)
    if not builder.roots:
        raise SpecError("the document is empty", where=Location(file), remedy="Fetch it again, or take another source.")
    return builder.roots[0], tuple(builder.duplicates)


class _Event(Protocol):
    """What is read of an event of PyYAML. Each kind has some of the attributes; `start_mark` all of them."""

    start_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    implicit: tuple[bool, bool]


@dataclass(slots=True)
class _Built:
    """A value with what an alias to it costs: its values in all, and its levels."""

    value: _Tree
    size: int = 1
    height: int = 0
    text: str | None = None
    """What is written, for a scalar: an alias to it may be a key."""


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence. `key` is the name whose value comes next, None if a key comes next."""

    built: _Built
    pointer: str
    anchor: str | None
    key: str | None = None
    names: set[str] = field(default_factory=set)
    is_merging: bool = False
    merged: dict[str, _Tree] = field(default_factory=dict)
    """The members that merge keys bring in; the mapping's own members go before them."""

    @property
    def here(self) -> str:
        value = self.built.value
        return join(self.pointer, len(value) if isinstance(value, list) else self.key or "")


class _Builder:
    """Puts events together; `roots` holds the values of the documents that have ended."""

    def __init__(self, file: str) -> None:
        self.roots: list[_Tree] = []
        self.duplicates: list[Location] = []
        self._file = file
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Built] = {}
        self._size = 0

    def take(self, event: _Event) -> None:
        kind = type(event).__name__
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open(event, {} if kind == "MappingStartEvent" else [])
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            frame = self._stack.pop()
            if frame.merged and isinstance(frame.built.value, dict):
                frame.built.value = frame.merged | frame.built.value
            self._keep(frame.anchor, frame.built)
            self._add_value(frame.built, event.start_mark)
        elif kind == "ScalarEvent" and self._wants_key:
            self._keep(event.anchor, _Built(event.value, text=event.value))
            self._set_key(event.value, event, may_merge=event.implicit[0] or event.tag == _MERGE_TAG)
        elif kind == "ScalarEvent":
            built = _Built(_scalar(event, self._where), text=event.value)
            self._keep(event.anchor, built)
            self._add_value(built, event.start_mark)
        elif kind == "AliasEvent":
            self._alias(event)
        elif kind == "DocumentStartEvent" and self.roots:
            self._refuse("a second document in one file", event.start_mark, "Give each document a file.")

    @property
    def _wants_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].built.value, dict) and self._stack[-1].key is None

    def _open(self, event: _Event, value: _Tree) -> None:
        if self._wants_key:
            self._refuse("a key that is not a scalar", event.start_mark, "Write the key as a string.")
        if event.tag is not None and event.tag not in _JSON_TAGS:
            self._refuse(f"the tag {event.tag!r} is not read", event.start_mark, "Write a plain value.")
        if len(self._stack) >= MAX_DEPTH:
            self._too_deep(event.start_mark)
        pointer = self._stack[-1].here if self._stack else ""
        self._stack.append(_Frame(_Built(value), pointer, event.anchor))

    def _set_key(self, name: str, event: _Event, *, may_merge: bool = False) -> None:
        frame = self._stack[-1]
        frame.key, frame.is_merging = name, name == "<<" and may_merge
        if name in frame.names and not frame.is_merging:
            self.duplicates.append(_location_of(event.start_mark, self._file, frame.here))
        frame.names.add(name)

    def _alias(self, event: _Event) -> None:
        built = self._anchors.get(event.anchor or "")
        if self._wants_key and built is not None and built.text is not None:
            self._set_key(built.text, event)
        elif self._wants_key:
            self._refuse("an alias as a key that does not mean a scalar", event.start_mark, "Write the key out.")
        elif built is None:
            self._refuse("an alias to what is not finished or not there", event.start_mark, "Write the value out.")
        elif len(self._stack) + built.height > MAX_DEPTH:
            self._too_deep(event.start_mark)
        else:
            self._add_value(built, event.start_mark)

    def _keep(self, anchor: str | None, built: _Built) -> None:
        if anchor is not None:
            self._anchors[anchor] = built

    def _add_value(self, built: _Built, mark: Mark) -> None:
        if not self._stack:
            self.roots.append(built.value)
            return
        frame = self._stack[-1]
        parts = _mergeable(built.value) if frame.is_merging else None
        if parts is not None:
            for part in parts:
                frame.merged = {**part, **frame.merged}
            frame.key = None
        elif isinstance(frame.built.value, list):
            frame.built.value.append(built.value)
        elif isinstance(frame.built.value, dict) and frame.key is not None:
            frame.built.value[frame.key] = built.value
            frame.key = None
        frame.built.size += built.size
        frame.built.height = max(frame.built.height, built.height + 1)
        if frame.built.size > MAX_VALUES:
            what = f"more than {MAX_VALUES:,} values once aliases are expanded"
            self._refuse(what, mark, "Write repeated parts with $ref instead of aliases.")

    def _too_deep(self, mark: Mark) -> NoReturn:
        what = f"more than {MAX_DEPTH} mappings and sequences inside each other"
        raise SpecError(what, where=_location_of(mark, self._file), remedy="Make the document flatter.")

    def _refuse(self, what: str, mark: Mark, remedy: str) -> NoReturn:
        raise SpecError(what, where=self._where(mark), remedy=remedy)

    def _where(self, mark: Mark) -> Location:
        return _location_of(mark, self._file, self._stack[-1].here if self._stack and not self._wants_key else "")


def _mergeable(value: _Tree) -> list[dict[str, _Tree]] | None:
    """What a merge key takes of the value: a mapping, or a sequence of mappings. None: the key is an ordinary one."""
    parts = value if isinstance(value, list) else [value]
    found = [part for part in parts if isinstance(part, dict)]
    return found if len(found) == len(parts) else None


_Where: TypeAlias = "Callable[[Mark], Location]"
"""Gives the location of a mark when it is needed: computing that of each value would take longer than reading it."""


def _scalar(event: _Event, where: _Where) -> str | int | float | bool | None:
    text = event.value
    if event.tag is not None and event.tag not in _JSON_TAGS and event.tag != "!":
        raise SpecError(
            f"the tag {event.tag!r} is not read", where=where(event.start_mark), remedy="Write a plain value."
        )
    if not event.implicit[0] and event.tag in (None, "!", f"{_TAG}str"):
        return text
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text) or _FLOAT.fullmatch(text):
        return _number(event, where)
    if _NOT_FINITE.fullmatch(text):
        what = f"{text} is not a number that JSON has"
        raise SpecError(what, where=where(event.start_mark), remedy="Write a finite number or a quoted string.")
    return text


def _number(event: _Event, where: _Where) -> int | float:
    text = event.value
    if len(text) > MAX_DIGITS:
        what = f"a number of {len(text)} digits"
        raise SpecError(what, where=where(event.start_mark), remedy=f"At most {MAX_DIGITS} are read.")
    if text[:2] in ("0x", "0o"):
        return int(text, 0)
    if _INTEGER.fullmatch(text):
        return int(text)
    value = float(text)
    if value in (float("inf"), float("-inf")):
        what = f"{text} is too large"
        raise SpecError(what, where=where(event.start_mark), remedy="Numbers end at about 1.8e308.")
    return value


def _location_of(mark: Mark | None, file: str, pointer: str = "") -> Location:
    return Location(file, pointer, mark.line + 1, mark.column + 1) if mark else Location(file, pointer)


def _raise_syntax(problem: str, mark: Mark | None, file: str) -> NoReturn:
    remedy = "Correct it, or take another source."
    raise SpecError(f"not valid YAML: {problem}", where=_location_of(mark, file), remedy=remedy) from None
