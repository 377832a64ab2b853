"""Collects what a comparison finds, as entries that know their rule, both locations and what they are about."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import NamedTuple

from nemogen.diff.quoting import plain_text
from nemogen.diff.rules import RULES, Rule
from nemogen.diff.schema_rules import ALIASES, BREAKS_IN_JSON, OPEN_ENUM
from nemogen.errors import Location
from nemogen.findings import Direction, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue

BELOW: Mapping[str, str] = {
    "request-body": "request-property",
    "request-property": "request-property",
    "request-read-only-property": "request-read-only-property",
    "request-parameter": "request-parameter-property",
    "request-parameter-property": "request-parameter-property",
    "request-header-property": "request-header-property",
    "response-body": "response-property",
    "response-property": "response-property",
    "response-write-only-property": "response-write-only-property",
    "response-header": "response-property",
}
"""The scope of what is below a schema, by its own."""
ITSELF_IN_ITEMS = frozenset({"request-parameter", "response-header"})
"""Scopes in which the items of a list are written to the wire as the thing itself."""
QUIET: Mapping[str, str] = {
    "request-property": "request-read-only-property",
    "response-property": "response-write-only-property",
}


class Context(NamedTuple):
    """The position of a comparison in the document.

    `home` is what the schema belongs to, for people ("the request body"), `path` that from there ("messages[].role")
    and `scope` the prefix of the rules that apply. `is_weak`: the value is text on the wire, so types constrain less.
    `is_exploded`: a list is written as its items, each under the same name. `is_always_given`: the sender may not leave
    it out, so that a default says nothing. `has_other_values`: another variant allows more values than those listed.
    """

    operation: str = ""
    direction: Direction = Direction.NONE
    scope: str = ""
    home: str = ""
    path: str = ""
    is_unstable: bool = False
    is_weak: bool = False
    is_exploded: bool = False
    is_header: bool = False
    is_flipped: bool = False
    is_always_given: bool = False
    has_other_values: bool = False
    argument: str = ""
    """The parameter that it is about, by its name on the wire."""

    @property
    def route(self) -> str:
        """The way to what changed from what a caller gives or gets: empty where that is all of it."""
        glue = "." if self.argument and self.path and not self.path.startswith(("[", "{", "(")) else ""
        return f"{self.argument}{glue}{self.path}"

    @property
    def what(self) -> str:
        """What it is about, for people."""
        return plain_text(f"{self.path} in {self.home}" if self.path else self.home)

    @property
    def key(self) -> str:
        """What it is about, without wording that may change."""
        return f"{self.home} {self.path}" if self.path else self.home

    def below(self, step: str, *, is_quiet: bool = False) -> Context:
        """The context of a schema below: `step` is a property's name, or [] and the like.

        `is_quiet`: it is a property that is not sent in this direction.
        """
        glue = "." if self.path and not step.startswith(("[", "{", "(")) else ""
        scope = self.scope if step == "[]" and self.scope in ITSELF_IN_ITEMS else BELOW[self.scope]
        if self.is_header and scope == "request-parameter-property":
            scope = "request-header-property"
        if is_quiet:
            scope = QUIET.get(scope, scope)
        return self._replace(
            scope=scope,
            path=f"{self.path}{glue}{step}",
            is_exploded=False,
            is_always_given=False,
            has_other_values=False,
        )

    def turned(self, *, is_out: bool) -> Context:
        """The context of the body that goes out with an operation, or of the one that comes back.

        Of a webhook or callback (`is_flipped`) it is the other way round: the caller gets the request.
        """
        if is_out != self.is_flipped:
            return self._replace(direction=Direction.REQUEST, scope="request-body")
        return self._replace(direction=Direction.RESPONSE, scope="response-body")

    @property
    def is_sent(self) -> bool:
        """Whether the caller is the one who sends it."""
        return self.direction is Direction.REQUEST


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in the making. The locations are None where a side has nothing to point at."""

    rule: Rule
    level: Level
    context: Context
    base: Location | None
    revision: Location | None
    what: str
    value: JsonValue = ""
    old: JsonValue = ""
    new: JsonValue = ""
    pair: Hashable = None
    """The pair of schemas that it was found in, which other operations may lead to as well."""
    operations: tuple[str, ...] = ()
    identity: str = ""
    """What distinguishes two changes whose values have the same description."""

    @property
    def detail(self) -> tuple[str, str, str, str]:
        """What distinguishes this change from another one of the same subject."""
        return as_text(self.value), as_text(self.old), as_text(self.new), self.identity


def as_text(value: JsonValue) -> str:
    """A value, or several, as one text without wording."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


class Log:
    """Collects entries. `open_enums`: the caller's types take values that they do not know."""

    def __init__(self, *, open_enums: bool) -> None:
        self._open_enums = open_enums
        self.entries: list[Entry] = []
        self.pair: Hashable = None

    def add(
        self,
        rule_id: str,
        context: Context,
        base: Location | None,
        revision: Location | None,
        *,
        what: str | None = None,
        value: JsonValue = "",
        old: JsonValue = "",
        new: JsonValue = "",
        identity: str = "",
    ) -> None:
        """Note one finding. `value`, `old` and `new` are values of the documents."""
        rule = RULES[rule_id]
        level = rule.level
        if context.is_unstable and level is Level.BREAKING:
            level = Level.RISKY
        what = plain_text(what) if what is not None else context.what
        self.entries.append(
            Entry(rule, level, context, base, revision, what, value, old, new, self.pair, identity=identity)
        )

    def schema(
        self,
        change: str,
        context: Context,
        base: Location | None,
        revision: Location | None,
        *,
        value: JsonValue = "",
        old: JsonValue = "",
        new: JsonValue = "",
        identity: str = "",
    ) -> None:
        """Note a change of a schema: the rule is the one of this change in the scope of the context."""
        id_ = f"{context.scope}-{change}"
        before = len(self.entries)
        rule = ALIASES.get(id_, id_)
        self.add(rule, context, base, revision, value=value, old=old, new=new, identity=identity)
        is_closed = change in OPEN_ENUM and context.scope in _CLOSED_BREAKS and not self._open_enums
        if is_closed or (id_ in BREAKS_IN_JSON and not context.is_weak):
            entry = self.entries[before]
            level = Level.RISKY if context.is_unstable else Level.BREAKING
            self.entries[before] = replace(entry, level=level)


_CLOSED_BREAKS = frozenset({"response-body", "response-property", "response-header"})
