"""Makes the plain response of an API: one of each, no more than required, with readable values."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Final

from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import Schema, SchemaNode, View
from nemogen.recordings.fake_values import Maker, make
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.members import described_by
from nemogen.recordings.schemas import ordered_types
from nemogen.recordings.violation import ValuePath

_TEXTS: Final = ("content", "text", "output_text", "message", "answer", "completion", "title", "name")
"""Names of members that hold what a response is about: they are included although optional."""

_PREFERRED: Final = ("assistant", "stop", "completed", "succeeded", "success", "ok", "active")
"""Enum values that mean success."""

_SAID: Final[Mapping[str, str]] = {
    **dict.fromkeys(_TEXTS[:6], "This is a response of the mock server."),
    "role": "assistant",
    "finish_reason": "stop",
    "arguments": "{}",
}
"""Strings by the name of the member, if no recording has one."""

_TIME: Final = 1_767_225_600
"""In seconds, the start of 2026: where a member that is called like a time is a number."""

_DEPTH: Final = 6
"""Beyond this depth, recursion has to end."""

_FLAG: Final = "include_"

_WORD: Final = re.compile(r"[a-z]+")


def make_plain(
    node: SchemaNode,
    judge: ValueJudge,
    *,
    seed: str,
    known: Mapping[str, Sequence[str]],
    request: JsonValue = None,
    wanted: Iterable[str] = (),
) -> JsonValue:
    """A value of the schema for a response to `request` (a JSON body): a plain one if that is valid.

    Optional members are omitted, except for texts, those named in `wanted`, and those that the request asks for:
    `tools` may be responded to with `tool_calls`, `include_usage` with `usage`. Required ones that may be null are
    null, with the same exceptions. Same schema, seed and request, same value. Raises CannotMake.
    """
    asked = request if isinstance(request, Mapping) else {}
    wanted = frozenset(wanted) | included_by(request)
    said = {name: (text,) for name, text in _SAID.items()}
    texts = {**said, **(known if _asks_for_format(asked) else _prose(known))}
    maker = PlainMaker(judge.schemas, random.Random(seed), texts, 0.0, request=asked, wanted=wanted)
    try:
        value = maker.value(node, 0)
    except (ValueError, RecursionError):
        return make(node, judge, seed=seed, known=known)
    is_valid = not list(judge.judge(value, node, Direction.RESPONSE, ValuePath()))
    return value if is_valid else make(node, judge, seed=seed, known=known)


def included_by(request: JsonValue) -> frozenset[str]:
    """The members of a response that flags of the request ask for: `include_usage` asks for `usage`. A flag is at
    the top of the body, or in an object there (`stream_options`)."""
    if not isinstance(request, Mapping):
        return frozenset()
    groups = [request, *(value for value in request.values() if isinstance(value, Mapping))]
    flags = (name for group in groups for name, value in group.items() if value is True)
    return frozenset(name.removeprefix(_FLAG) for name in flags if name.startswith(_FLAG))


@dataclass
class PlainMaker(Maker):
    """Makes the plain value of a schema: `request` are the members of the request's body."""

    request: Mapping[str, JsonValue] = field(default_factory=dict)
    wanted: frozenset[str] = frozenset()
    asked_for: int = 0
    """How many requested members enclose the value being made: inside of those, every member is included."""

    def pick(self, values: Sequence[JsonValue]) -> JsonValue:
        """A value that means success, else one that the request asks for, else the first."""
        usual = [value for value in _PREFERRED[:1] if value in values]
        asked = [value for value in values if isinstance(value, str) and self._is_asked_for(value)]
        others = [value for value in _PREFERRED if value in values]
        return [*usual, *asked, *others, *values][0]

    def choose(self, members: Sequence[SchemaNode], depth: int) -> SchemaNode:
        """A string if that is one of the types, else the first type."""
        if depth > _DEPTH:
            return super().choose(members, depth)
        texts = (each for each in members if "string" in ordered_types(self.schemas.views.merged(each).schema))
        return next(texts, members[0])

    def length(self) -> int:
        return 1

    def is_given(self, name: str) -> bool:
        return self.asked_for > 0 or name in self.wanted or name in _TEXTS or self._is_asked_for(name)

    def member(self, name: str, schema: Schema, depth: int) -> JsonValue:
        """The request's value under the same name (its model, for example), if that fits."""
        given = self.request.get(name)
        nodes = described_by(schema, name)
        if isinstance(given, str) and nodes and all(self.fits(given, node) for node in nodes):
            return given
        if _is_time(name) and nodes and all(self.fits(_TIME, node) for node in nodes):
            return _TIME
        if nodes and self.schemas.views.merged(nodes[0]).schema.enum:
            return self.value(nodes[0], depth + 1)
        # What every response has is there whether the request asks for it or not: `messages` do not ask for `message`.
        is_required = name in self.schemas.views.required(schema, View.RESPONSE) or name in _TEXTS
        is_asked_for = not is_required and self._is_asked_for(name)
        is_plain = not (is_asked_for or self.asked_for or name in self.wanted or name in self.known)
        if is_plain and nodes and all(map(self.schemas.admits_null, nodes)):
            return None
        self.asked_for += is_asked_for
        try:
            return super().member(name, schema, depth)
        finally:
            self.asked_for -= is_asked_for

    def _is_asked_for(self, name: str) -> bool:
        """Whether the request has a list or an object whose name shares a word: `tools` asks for `tool_calls`."""
        words = {word.removesuffix("s") for word in _WORD.findall(name.lower())}
        asked = (key for key, value in self.request.items() if value and isinstance(value, list | dict))
        return any(words & {word.removesuffix("s") for word in _WORD.findall(key.lower())} for key in asked)


def _asks_for_format(request: Mapping[str, JsonValue]) -> bool:
    """Whether the request asks for a text that is a document: `response_format`, for example."""
    return any("format" in name and isinstance(value, Mapping) for name, value in request.items())


def _prose(known: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The texts without those that are JSON documents, unless all are."""
    return {
        name: [text for text in texts if text.lstrip()[:1] not in ("{", "[")] or texts for name, texts in known.items()
    }


def _is_time(name: str) -> bool:
    """Whether a member is called like a time: `created`, or `expires_at`."""
    return name == "created" or name.endswith("_at")
