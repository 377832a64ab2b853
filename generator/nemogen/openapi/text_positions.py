"""The line and column of a JSON Pointer in the text of a JSON or YAML document.

JSON is walked where a pointer leads. What is not quite JSON, and YAML, become one stream of events, and one pass over
it marks the wanted pointers: a document of any depth costs linear time and no recursion.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from nemogen.errors import Location
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_positions import Wanted, mark_json


@dataclass(frozen=True, slots=True)
class Position:
    """A spot in a text: both count from 1, `column` in characters (code points), a byte order mark left out."""

    line: int
    column: int


def locate(raw: bytes, pointers: Iterable[str]) -> dict[str, Position]:
    """Find each RFC 6901 pointer in a document's bytes: the key where there is one, else the value.

    A pointer to nothing gets the position of its nearest ancestor, at worst the document's start; a pointer into a YAML
    alias or merge key that of the alias. Of duplicate keys the last counts, as for every parser. Raises nothing: a
    broken document is located as far as it can be read.
    """
    text = raw.decode(json.detect_encoding(raw), errors="replace").removeprefix("\ufeff")
    root = Wanted()
    ends = {pointer: root.descend(pointer) for pointer in pointers}
    _mark(text, root)
    breaks = [match.end() for match in _LINE_BREAK.finditer(text)]
    return {pointer: _position(_deepest(path), breaks) for pointer, path in ends.items()}


def with_positions(findings: Iterable[Finding], documents: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """The findings with line and column in every place whose file is in `documents` (`Location.file` to its bytes)."""
    findings = tuple(findings)
    wanted: dict[str, set[str]] = {}
    for finding in findings:
        for place in (finding.base, finding.revision, *finding.locations):
            if place is not None and place.file in documents:
                wanted.setdefault(place.file, set()).add(place.pointer)
    found = {file: locate(documents[file], pointers) for file, pointers in wanted.items()}

    def at(place: Location) -> Location:
        if place.line is not None or place.file not in found:
            return place
        position = found[place.file][place.pointer]
        return replace(place, line=position.line, column=position.column)

    return tuple(
        replace(
            finding,
            base=finding.base and at(finding.base),
            revision=finding.revision and at(finding.revision),
            locations=tuple(at(place) for place in finding.locations),
        )
        for finding in findings
    )


class _Kind(NamedTuple):
    opens: bool = False
    closes: bool = False
    mapping: bool = False


_SCALAR, _CLOSE, _MAPPING, _SEQUENCE = _Kind(), _Kind(closes=True), _Kind(True, mapping=True), _Kind(True)
_Event: TypeAlias = tuple[_Kind, int, str]
"""Kind, offset in characters, and a scalar's text (decoded: only keys are ever looked at)."""


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence; `wanted` is None if no pointer leads into it."""

    wanted: Wanted | None
    mapping: bool
    at_key: bool
    index: int = 0
    value: Wanted | None = None


class _NotJsonError(ValueError):
    pass


def _mark(text: str, root: Wanted) -> None:
    if text.lstrip()[:1] in ("{", "["):
        try:
            return mark_json(text, root)
        except (ValueError, IndexError, RecursionError):
            pass  # not quite JSON: it is located as far as it can be read
        try:
            return _track(_json_events(text), root)
        except _NotJsonError:  # a YAML document may begin with a bracket too
            pass
    return _track(_yaml_events(text), root)


def _track(events: Iterator[_Event], root: Wanted) -> None:
    """Go through the events once and write into the wanted nodes where they were met."""
    stack: list[_Frame] = []
    for kind, offset, text in events:
        if kind.closes:
            stack.pop()
            continue
        if not stack:
            wanted: Wanted | None = root
            root.offset = offset
        else:
            frame = stack[-1]
            if frame.at_key:
                frame.at_key = False
                frame.value = None if kind.opens else frame.wanted and frame.wanted.meet(text, offset)
                if not kind.opens:
                    continue
                wanted = None
            elif frame.mapping:
                frame.at_key = True
                wanted = frame.value
            else:
                wanted = frame.wanted and frame.wanted.meet(str(frame.index), offset)
                frame.index += 1
        if kind.opens:
            stack.append(_Frame(wanted if wanted and wanted.children else None, kind.mapping, kind.mapping))


def _deepest(path: list[Wanted]) -> int:
    offset = path[0].offset or 0
    for parent, node in pairwise(path):
        if node.offset is None or node.under != parent.offset:
            break
        offset = node.offset
    return offset


_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# A string that never ends is taken to the end of the text: else every quote in it would be tried again.
_JSON_TOKEN = re.compile(r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?|[{}\[\]]|[^\s,:{}\[\]"]++', re.DOTALL)
_JSON_WORD = re.compile(r"[-+0-9.eE]+|true|false|null|NaN|-?Infinity")
_BRACKETS = {"{": _MAPPING, "[": _SEQUENCE, "}": _CLOSE, "]": _CLOSE}


def _json_events(text: str) -> Iterator[_Event]:
    depth = 0
    for match in _JSON_TOKEN.finditer(text):
        token = match.group()
        kind = _BRACKETS.get(token, _SCALAR)
        depth += kind.opens - kind.closes
        if depth < 0 or (kind is _SCALAR and token[0] != '"' and not _JSON_WORD.fullmatch(token)):
            raise _NotJsonError
        yield kind, match.start(), _json_text(token) if kind is _SCALAR else ""


def _json_text(token: str) -> str:
    if "\\" not in token:
        return token[1:-1]
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token


# libyaml looks at every open bracket again with every token: deeper text would cost quadratic time.
_YAML_DEPTH = 1_000


def _yaml_events(text: str) -> Iterator[_Event]:
    """Events of the first document, ended where the text stops being YAML. Never composes: that recurses in C."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    kinds = {
        yaml.MappingStartEvent: _MAPPING,
        yaml.SequenceStartEvent: _SEQUENCE,
        yaml.MappingEndEvent: _CLOSE,
        yaml.SequenceEndEvent: _CLOSE,
        yaml.ScalarEvent: _SCALAR,
        yaml.AliasEvent: _SCALAR,
    }
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.DocumentEndEvent) or depth > _YAML_DEPTH:
                return
            if (kind := kinds.get(type(event))) and event.start_mark:
                depth += kind.opens - kind.closes
                yield kind, event.start_mark.index, getattr(event, "value", "")
    except (yaml.YAMLError, UnicodeEncodeError):
        return


def _position(offset: int, breaks: list[int]) -> Position:
    line = bisect_right(breaks, offset)
    return Position(line + 1, offset - (breaks[line - 1] if line else 0) + 1)
