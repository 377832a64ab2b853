"""Random schemas and instances for property tests: small alphabets, so that instances fit schemas often.

They are made from a random generator that hypothesis gives, not from its strategies: those take thirty times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

from nemogen.openapi.json_value import JsonValue

Raw: TypeAlias = dict[str, JsonValue]
_Keywords: TypeAlias = Mapping[str, Callable[[], JsonValue]]

NAMES: Final = ("a", "b", "k")
COMPONENTS: Final = ("A", "B", "C", "U")
STRINGS: Final = ("", "a", "b", "ab", "red")
NUMBERS: Final[tuple[JsonValue, ...]] = (-1, 0, 1, 2, 3, 0.5, 1.0)
CONSTANTS: Final[tuple[JsonValue, ...]] = (None, True, False, 0, 1, 2.5, "a", "b", "red", [1], {"a": 1})
TYPES: Final = ("string", "integer", "number", "boolean", "array", "object", "null")


def random_components(random: Random, *, unevaluated: bool = False) -> Raw:
    """Components, of which X is the one that a test looks at.

    In place, each refers to those after it only: what a schema that has itself as a part means, JSON Schema leaves
    open. Properties and items may refer to any of them.
    """
    names = ("X", *COMPONENTS)
    found: Raw = {}
    for index, name in enumerate(names):
        maker = _Maker(random, tuple(names[index + 1 :]), unevaluated)
        found[name] = maker.schema(3 if name == "X" else 2)
    return found


def random_instance(random: Random, depth: int = 2) -> JsonValue:
    """A JSON value of which much fits the schemas above."""
    kind = random.random()
    if depth == 0 or kind < 0.4:
        return random.choice((None, True, False, *STRINGS, *NUMBERS))
    if kind < 0.65:
        return [random_instance(random, depth - 1) for _ in range(random.randint(0, 3))]
    return {name: random_instance(random, depth - 1) for name in random.sample(NAMES, random.randint(0, 3))}


@dataclass(frozen=True)
class _Maker:
    """Makes schemas; `targets` are the components that may be referred to in place."""

    random: Random
    targets: tuple[str, ...]
    unevaluated: bool

    def schema(self, depth: int) -> Raw:
        if depth <= 0 or self.random.random() < 0.15:
            return self._leaf()
        raw = self._compound(depth)
        if self.random.random() < 0.5:
            raw = {**self._compound(depth), **self._leaf(), **raw}
        return _consistent(raw)

    def _node(self, depth: int) -> JsonValue:
        """A schema for the same instance."""
        return self.random.choice((True, False)) if self.random.random() < 0.07 else self.schema(depth - 1)

    def _below(self, depth: int) -> JsonValue:
        """A schema for a part of the instance."""
        return _Maker(self.random, COMPONENTS, self.unevaluated)._node(depth)

    def _some(self, share: float, keywords: _Keywords) -> Raw:
        return {keyword: make() for keyword, make in keywords.items() if self.random.random() < share}

    def _count(self) -> JsonValue:
        return self.random.randint(0, 3)

    def _names(self) -> list[JsonValue]:
        return [*self.random.sample(NAMES, self.random.randint(0, 2))]

    def _leaf(self) -> Raw:
        choose = self.random.choice
        kinds: Sequence[Callable[[], Raw]] = (
            dict,
            lambda: {"type": "string", **self._some(0.35, self._of_strings())},
            lambda: {"type": choose(("integer", "number")), **self._some(0.35, self._of_numbers())},
            lambda: {"type": choose(("boolean", "null", "object", "array"))},
            lambda: {"type": [*self.random.sample(TYPES, self.random.randint(1, 3))]},
            lambda: {"enum": [*self.random.sample(CONSTANTS, self.random.randint(1, 3))]},
            lambda: {"const": choose(CONSTANTS)},
            lambda: self._some(0.2, {**self._of_strings(), **self._of_numbers()}),
            lambda: {"$ref": f"#/components/schemas/{choose(self.targets)}"} if self.targets else {},
        )
        return choose(kinds)()

    def _of_strings(self) -> _Keywords:
        return {
            **dict.fromkeys(("minLength", "maxLength"), self._count),
            "pattern": lambda: self.random.choice(("^a", "b$", ".*")),
            "format": lambda: self.random.choice(("byte", "binary", "date")),
        }

    def _of_numbers(self) -> _Keywords:
        bounds = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
        return {
            **dict.fromkeys(bounds, lambda: self.random.choice(NUMBERS)),
            "multipleOf": lambda: self.random.choice((1, 2, 0.5)),
        }

    def _of_arrays(self, depth: int) -> _Keywords:
        found: dict[str, Callable[[], JsonValue]] = {
            **dict.fromkeys(("items", "contains"), lambda: self._below(depth)),
            **dict.fromkeys(("minItems", "maxItems", "minContains", "maxContains"), self._count),
            "prefixItems": lambda: [self._below(depth) for _ in range(self.random.randint(1, 2))],
            "uniqueItems": lambda: self.random.random() < 0.5,
        }
        return found | ({"unevaluatedItems": lambda: self._below(depth)} if self.unevaluated else {})

    def _of_objects(self, depth: int) -> _Keywords:
        found: dict[str, Callable[[], JsonValue]] = {
            "properties": lambda: {str(name): self._below(depth) for name in self._names()},
            "required": self._names,
            "additionalProperties": lambda: self._below(depth),
            "patternProperties": lambda: {self.random.choice(("^a", "b$")): self._below(depth)},
            "propertyNames": lambda: self._some(0.35, self._of_strings()),
            **dict.fromkeys(("minProperties", "maxProperties"), self._count),
            "dependentRequired": lambda: {self.random.choice(NAMES): self._names()},
            "dependentSchemas": lambda: {self.random.choice(NAMES): self._node(depth)},
        }
        return found | ({"unevaluatedProperties": lambda: self._below(depth)} if self.unevaluated else {})

    def _compound(self, depth: int) -> Raw:
        unions = ("allOf", "anyOf", "oneOf")
        members: Callable[[], JsonValue] = lambda: [self.schema(depth - 1) for _ in range(self.random.randint(1, 3))]  # noqa: E731
        kinds: Sequence[Callable[[], Raw]] = (
            lambda: {"type": "array", **self._some(0.3, self._of_arrays(depth))},
            lambda: {"type": "object", **self._some(0.3, self._of_objects(depth))},
            lambda: self._some(0.25, self._of_objects(depth)),
            lambda: {self.random.choice(unions): members()},
            lambda: self._some(0.4, {**dict.fromkeys(unions, members), "not": lambda: self._node(depth)}),
            lambda: {
                "if": self._node(depth),
                **self._some(0.6, dict.fromkeys(("then", "else"), lambda: self._node(depth))),
            },
        )
        return self.random.choice(kinds)()


def _consistent(raw: Raw) -> Raw:
    """The schema without what the reader repairs: types beside values of other types."""
    without = {"enum", "type"} if "const" in raw else {"type"} if "enum" in raw else set()
    return {keyword: value for keyword, value in raw.items() if keyword not in without}
