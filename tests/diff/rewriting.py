"""Rewrites documents in ways that change the structure of their schemas, by chance: the same values stay valid."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from tests.diff.document_rewriting import rewrite_document
from tests.diff.respelling import Respelling


def _references(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a `$ref` that is a text, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value
        for each in [*value.values()]:
            yield from _references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each)


def _name(reference: dict[str, Any]) -> str:
    """The name of the component that a reference leads to."""
    text: str = reference["$ref"]
    return text.removeprefix("#/components/schemas/")


def words(value: Any) -> Iterator[str]:
    """Every key, at any depth."""
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from words(each)
    elif isinstance(value, list):
        for each in value:
            yield from words(each)


DISCRIMINATOR = frozenset({"discriminator"})
"""A discriminator's values are the names of components, so these have to stay."""


class Rewriting(Respelling):
    """As `Respelling`, with rewrites that change the structure of schemas: each keeps which values are valid."""

    def document(self, raw: dict[str, Any]) -> dict[str, Any]:
        """The whole document, rewritten."""
        made = super().document(copy.deepcopy(raw))
        for rewrite in (self._names, self._inline):
            if self._random.random() < 0.3 and not DISCRIMINATOR & {*words(made)}:
                rewrite(made)
        return rewrite_document(made, self._random)

    def _names(self, made: dict[str, Any]) -> None:
        """Components have other names."""
        schemas = made["components"]["schemas"]
        if any(
            reference["$ref"].removeprefix("#/components/schemas/") not in schemas for reference in _references(made)
        ):
            return
        renamed = {f"#/components/schemas/{name}": f"#/components/schemas/Other{name}" for name in schemas}
        made["components"]["schemas"] = {f"Other{name}": schema for name, schema in schemas.items()}
        for reference in _references(made):
            reference["$ref"] = renamed[reference["$ref"]]

    def _inline(self, made: dict[str, Any]) -> None:
        """Some references have what they lead to in their place."""
        schemas = made["components"]["schemas"]
        for reference in [*_references(made["paths"])]:
            if _name(reference) not in schemas:
                continue
            target = schemas[reference["$ref"].rpartition("/")[2]]
            if len(reference) == 1 and not [*_references(target)] and self._random.random() < 0.5:
                reference.clear()
                reference.update(copy.deepcopy(target))

    def _schema(self, raw: Any) -> Any:
        made = super()._schema(raw)
        if not isinstance(made, dict):
            return made
        fitting = [rewrite for rewrite in self._rewrites() if rewrite(copy.deepcopy(made)) is not None]
        for rewrite in self._random.sample(fitting, min(len(fitting), self._random.choice([0, 0, 1, 2]))):
            made = rewrite(copy.deepcopy(made)) or made
        return made

    def _rewrites(self) -> Iterator[Callable[[dict[str, Any]], dict[str, Any] | None]]:
        yield self._values_as_union
        yield self._union_in_union
        yield self._base_class
        yield self._exclusive_bounds
        yield self._keyword_of_another_type
        yield self._open_in_so_many_words
        yield self._annotated
        yield self._variant_twice
        yield self._values_twice
        yield self._no_bound
        yield self._part_that_says_it_again
        yield self._closed_by_another_word
        yield self._booleans_as_values
        yield self._null_branch
        yield self._one_value
        yield self._one_type
        yield self._nothing_listed
        yield self._without_meaning
        yield self._same_pattern
        yield self._branch_twice_in_parts

    def _values_as_union(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if set(made) - {"type", "enum"} or not isinstance(made.get("enum"), list):
            return None
        return {self._random.choice(["oneOf", "anyOf"]): [{"const": value} for value in made["enum"]]}

    def _union_in_union(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if set(made) != {"anyOf"} or len(made["anyOf"]) < 2:
            return None
        inner: dict[str, Any] = {"anyOf": made["anyOf"][:-1]}
        if self._random.random() < 0.5:
            inner = self._hoisted_as_reference(inner)
        return {"anyOf": [inner, made["anyOf"][-1]]}

    def _base_class(self, made: dict[str, Any]) -> dict[str, Any] | None:
        names = list(made.get("properties", {}))
        if made.get("type") != "object" or not names or made.get("additionalProperties", True) is not True:
            return None
        if "unevaluatedProperties" in made:
            return None
        cut = self._random.randrange(len(names))
        base = {"type": "object", "properties": {name: made["properties"][name] for name in names[:cut]}}
        rest = {**made, "properties": {name: made["properties"][name] for name in names[cut:]}}
        return {"allOf": [self._random.choice([self._same, self._hoisted_as_reference])(base), rest]}

    def _exclusive_bounds(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("type") != "integer" or "minimum" not in made:
            return None
        rest = {key: value for key, value in made.items() if key != "minimum"}
        return {**rest, "exclusiveMinimum": made["minimum"] - 1}

    def _keyword_of_another_type(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("type") not in ("integer", "number", "boolean"):
            return None
        return {**made, self._random.choice(["maxLength", "minItems", "maxProperties"]): self._random.randrange(9)}

    def _open_in_so_many_words(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("type") != "object" or {"additionalProperties", "unevaluatedProperties"} & made.keys():
            return None
        return {**made, "additionalProperties": self._random.choice([True, {}, {"description": "Any"}])}

    def _annotated(self, made: dict[str, Any]) -> dict[str, Any] | None:
        return {**made, self._random.choice(["description", "title", "x-a"]): "Words"}

    def _values_twice(self, made: dict[str, Any]) -> dict[str, Any] | None:
        key = self._random.choice(["enum", "required"])
        return {**made, key: [*made[key], made[key][0]]} if made.get(key) and isinstance(made[key], list) else None

    def _no_bound(self, made: dict[str, Any]) -> dict[str, Any] | None:
        kind = made.get("type")
        if not isinstance(kind, str):
            return None
        nothing: dict[str, dict[str, Any]] = {
            "string": {"minLength": 0},
            "integer": {"multipleOf": 1},
            "array": {"minItems": 0, "uniqueItems": False},
            "object": {"minProperties": 0, "patternProperties": {}},
        }
        return {**nothing.get(kind, {}), **made}

    def _part_that_says_it_again(self, made: dict[str, Any]) -> dict[str, Any] | None:
        kind = made.get("type")
        if not isinstance(kind, str) or "unevaluatedProperties" in made:
            return None
        return {"allOf": [{"type": kind}, made] if self._random.random() < 0.5 else [made, {"description": "Words"}]}

    def _closed_by_another_word(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("additionalProperties") is not False or "allOf" in made:
            return None
        rest = {key: value for key, value in made.items() if key != "additionalProperties"}
        word = self._random.choice(["unevaluatedProperties", "additionalProperties"])
        return {**rest, word: False if word.startswith("u") else {"not": {}}}

    def _booleans_as_values(self, made: dict[str, Any]) -> dict[str, Any] | None:
        return {**made, "enum": [True, False]} if made.get("type") == "boolean" else None

    def _null_branch(self, made: dict[str, Any]) -> dict[str, Any] | None:
        kind = made.get("type")
        if not isinstance(kind, list) or "null" not in kind or "enum" in made:
            return None
        (name,) = [each for each in kind if each != "null"]
        return {"anyOf": [{**made, "type": name}, {"type": "null"}]}

    def _variant_twice(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if set(made) != {"anyOf"}:
            return None
        return {"anyOf": [*made["anyOf"], copy.deepcopy(self._random.choice(made["anyOf"]))]}

    def _one_value(self, made: dict[str, Any]) -> dict[str, Any] | None:
        """An enumeration of one value is a constant."""
        values = made.get("enum")
        if not isinstance(values, list) or len({repr(each) for each in values}) != 1 or "const" in made:
            return None
        return {**{key: value for key, value in made.items() if key != "enum"}, "const": values[0]}

    def _one_type(self, made: dict[str, Any]) -> dict[str, Any] | None:
        return {**made, "type": [made["type"]]} if isinstance(made.get("type"), str) else None

    def _nothing_listed(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("type") != "object" or "$ref" in made:
            return None
        return {"required": [], "properties": {}, "dependentRequired": {}, **made}

    def _without_meaning(self, made: dict[str, Any]) -> dict[str, Any] | None:
        """Keywords that say nothing without another one, or nothing at all."""
        if {"$ref", "if", "then", "contains", "not"} & made.keys():
            return None
        beside = {"then": {"type": "null"}, "minContains": 3, "not": False, "$comment": "Words", "allOf": [True]}
        key = self._random.choice([key for key in beside if key not in made])
        return {**made, key: beside[key]}

    def _same_pattern(self, made: dict[str, Any]) -> dict[str, Any] | None:
        pattern = made.get("pattern")
        if not isinstance(pattern, str):
            return (
                {**made, "pattern": self._random.choice([".*", "", "^", "$"])} if made.get("type") == "string" else None
            )
        inner = pattern.removeprefix("^").removesuffix("$")
        if not inner.isalnum():
            return None
        head, tail = "^" * pattern.startswith("^"), "$" * pattern.endswith("$")
        forms = [f"{head}(?:{inner}){tail}", f"{head}({inner}){tail}", f"(?:{head}{inner}{tail})"]
        forms += [] if head else [f".*{pattern}", f"^[\\s\\S]*{pattern}"]
        forms += [] if tail else [f"{pattern}.*", f"{pattern}[\\s\\S]*$"]
        return {**made, "pattern": self._random.choice(forms)}

    def _branch_twice_in_parts(self, made: dict[str, Any]) -> dict[str, Any] | None:
        """What all variants say is said beside the union as well."""
        variants = made.get("anyOf") or made.get("oneOf")
        if set(made) not in ({"anyOf"}, {"oneOf"}) or not isinstance(variants, list):
            return None
        kinds = {each.get("type") for each in variants if isinstance(each.get("type"), str | None)}
        if len(kinds) != 1 or None in kinds or any(not isinstance(each.get("type"), str) for each in variants):
            return None
        return {**made, "type": kinds.pop()}
