"""Makes the plain response of an API: one of each, no more than is required, in words that a person would expect."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from nemogen.findings import Direction
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.recordings.fake_values import Maker, make
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.members import described_by
from nemogen.recordings.schemas import ordered_types
from nemogen.recordings.violation import Spot

_TEXTS: Final = ("content", "text", "output_text", "message", "answer", "completion", "title", "name")
"""Names of members that hold what a response is about: they are given though they may be left out."""

_PREFERRED: Final = ("assistant", "stop", "completed", "succeeded", "success", "ok", "active")
"""Values that say that all is well, of those that a schema lists."""

_SAID: Final[Mapping[str, str]] = {
    **dict.fromkeys(_TEXTS[:6], "This is a response of the mock server."),
    "role": "assistant",
    "finish_reason": "stop",
    "arguments": "{}",
}
"""Texts by the name of the member, where no recording has one."""

_DEPTH: Final = 6
"""From here on what refers to itself has to come to an end."""

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
    """A value of the schema as a response to `request` (a JSON body) has it: where that is valid, a plain one.

    Members that may be left out are left out, but for texts, those named in `wanted`, and what the request asks for:
    `tools` may be answered with `tool_calls`. Same schema, seed and request, same value. Raises CannotMake.
    """
    asked = request if isinstance(request, Mapping) else {}
    said = {name: (text,) for name, text in _SAID.items()}
    maker = PlainMaker(
        judge.schemas, random.Random(seed), {**said, **known}, 0.0, request=asked, wanted=frozenset(wanted)
    )
    try:
        value = maker.value(node, 0)
    except (ValueError, RecursionError):
        return make(node, judge, seed=seed, known=known)
    is_valid = not list(judge.judge(value, node, Direction.RESPONSE, Spot()))
    return value if is_valid else make(node, judge, seed=seed, known=known)


@dataclass
class PlainMaker(Maker):
    """Makes the plain value of a schema: `request` are the members of the request's body."""

    request: Mapping[str, JsonValue] = field(default_factory=dict)
    wanted: frozenset[str] = frozenset()
    asked_for: int = 0
    """How many members that the request asks for the value being made is inside of: of those, all is given."""

    def pick(self, values: Sequence[JsonValue]) -> JsonValue:
        """A value that says that all is well, else one that the request asks for, else the first."""
        usual = [value for value in _PREFERRED[:1] if value in values]
        asked = [value for value in values if isinstance(value, str) and self._is_asked_for(value)]
        others = [value for value in _PREFERRED if value in values]
        return [*usual, *asked, *others, *values][0]

    def choose(self, members: Sequence[SchemaNode], depth: int) -> SchemaNode:
        """A text where that is one of the types, else the first."""
        if depth > _DEPTH:
            return super().choose(members, depth)
        texts = (each for each in members if "string" in ordered_types(self.schemas.views.merged(each).schema))
        return next(texts, members[0])

    def length(self) -> int:
        return 1

    def is_given(self, name: str) -> bool:
        return self.asked_for > 0 or name in self.wanted or name in _TEXTS or self._is_asked_for(name)

    def member(self, name: str, schema: Schema, depth: int) -> JsonValue:
        """What the request has under the same name (its model, as an example), where that fits."""
        given = self.request.get(name)
        nodes = described_by(schema, name)
        if isinstance(given, str) and nodes and all(self.fits(given, node) for node in nodes):
            return given
        if nodes and self.schemas.views.merged(nodes[0]).schema.enum:
            return self.value(nodes[0], depth + 1)
        is_asked_for = self._is_asked_for(name)
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
