"""The Python type of a schema of the Document, as a method's signature has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from nemogen.canonical import CanonicalSchema
from nemogen.characters import escape_unassigned
from nemogen.client.formats import value_type
from nemogen.client.round_trip import Sendable
from nemogen.light_dataclasses import dataclass
from nemogen.names import PARAM
from nemogen.openapi.json_value import JsonValue

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}

_NONE_SENDABLE: Final[Sendable] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PythonType:
    """`text` is the annotation, `imports` are the (module, name) pairs that it needs, `variants` those of a union."""

    text: str
    imports: frozenset[tuple[str, str]] = frozenset()
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a module writes what can be written in two ways: a value of any type, and a tuple with any number of items
    at the end."""

    anything: PythonType = PythonType("object")
    open_tuple: PythonType = PythonType("tuple")


_OF_ARGUMENTS: Final = Spelling()


def argument_type(
    schema: CanonicalSchema,
    schemas: Mapping[str, CanonicalSchema],
    sendable: Sendable = _NONE_SENDABLE,
    spelling: Spelling = _OF_ARGUMENTS,
) -> PythonType:
    """What an argument may be: a TypedDict or a model for an object, any sequence for a list.

    `sendable` names the classes of responses that can be sent back in place of a model.
    """
    return _Writer(schemas, sendable, spelling).type_of(schema)


@dataclass(frozen=True, slots=True)
class _Writer:
    schemas: Mapping[str, CanonicalSchema]
    sendable: Sendable
    spelling: Spelling

    def type_of(self, schema: CanonicalSchema) -> PythonType:
        name = schema.reference
        if name is not None:
            return self._reference(name)
        if schema.any_of:
            return self._joined(map(self.type_of, _with_one_enum(schema.any_of)))
        if schema.enum:
            return self._literal(schema.enum)
        if named := value_type(schema):
            return PythonType(named, frozenset({(".._runtime.values", named)}))
        if schema.prefix_items is not None:
            return self._tuple(schema.prefix_items, schema.items)
        if schema.type == "array":
            return _wrapped("Sequence[{}]", self._inner(schema.items), "Sequence")
        if schema.type == "object":
            return _wrapped("Mapping[str, {}]", self._inner(schema.additional), "Mapping")
        scalar = _SCALARS.get(schema.type or "")
        return PythonType(scalar) if scalar else self.spelling.anything

    def _inner(self, schema: CanonicalSchema | None) -> PythonType:
        return self.spelling.anything if schema is None else self.type_of(schema)

    def _reference(self, name: str) -> PythonType:
        param = PythonType(f"{name}{PARAM}", frozenset({("..params", f"{name}{PARAM}")}))
        if not self.schemas[name].properties:
            return param
        models = (PythonType(each, frozenset({("..models", each)})) for each in (name, *self.sendable.get(name, ())))
        return self._joined([param, *models])

    def _literal(self, enum: Sequence[JsonValue]) -> PythonType:
        values = dict.fromkeys(escape_unassigned(repr(value)) for value in enum)
        return PythonType(f"Literal[{', '.join(values)}]", frozenset({("typing", "Literal")}))

    def _tuple(self, items: Sequence[CanonicalSchema], further: CanonicalSchema | None) -> PythonType:
        first = [self.type_of(each) for each in items]
        rest = [self.type_of(further)] if further is not None else []
        outside = self.spelling.open_tuple if rest else PythonType("tuple")
        texts = [*(each.text for each in first), *(f"*tuple[{each.text}, ...]" for each in rest)]
        imports = outside.imports.union(*(each.imports for each in (*first, *rest)))
        return PythonType(f"{outside.text}[{', '.join(texts) or '()'}]", imports)

    def _joined(self, types: Iterable[PythonType]) -> PythonType:
        """The union of `types`, each once; None last, as people write it."""
        found = list(types)
        if self.spelling.anything in found:
            return self.spelling.anything
        texts = list(dict.fromkeys(text for each in found for text in each.variants or (each.text,)))
        texts.sort(key=lambda text: text == "None")
        imports = frozenset[tuple[str, str]]().union(*(each.imports for each in found))
        return PythonType(" | ".join(texts), imports, tuple(texts))


def _with_one_enum(branches: Sequence[CanonicalSchema]) -> list[CanonicalSchema]:
    """The variants of a union with their enumerations as one: pydantic takes true for 1 where each is a Literal."""
    enums = [each for each in branches if each.enum]
    if len(enums) < 2:
        return list(branches)
    return [
        CanonicalSchema(enum=tuple(value for each in enums for value in each.enum)),
        *(each for each in branches if not each.enum),
    ]


def file_type(schema: CanonicalSchema) -> PythonType:
    """What a part that is a file may be: one, a list of them, or a map of them."""
    one = PythonType("FileInput", frozenset({(".._runtime.files", "FileInput")}))
    if schema.type == "array":
        return _wrapped("Sequence[{}]", one, "Sequence")
    return _wrapped("Mapping[str, {}]", one, "Mapping") if schema.type == "object" else one


def _wrapped(form: str, inner: PythonType, name: str) -> PythonType:
    return PythonType(form.format(inner.text), inner.imports | {("collections.abc", name)})


def result_name(schema: CanonicalSchema) -> str:
    """The name by which the runtime finds the type of a response: a component, a list of one, or what any JSON is."""
    name = schema.reference
    if name is not None:
        return name
    if schema.is_list and schema.items is not None and schema.items.reference is not None:
        return f"list[{schema.items.reference}]"
    return "bytes" if schema.format == "binary" else "Any"
