"""The Python type of a schema of the Document, as it stands in a method's signature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.characters import escape_unassigned
from nemogen.client.formats import value_type
from nemogen.client.round_trip import Kin
from nemogen.names import PARAM

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}

_NO_KIN: Final[Kin] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PythonType:
    """`text` is the annotation; `imports` are the (module, name) pairs that it needs."""

    text: str
    imports: frozenset[tuple[str, str]] = frozenset()


def argument_type(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], kin: Kin = _NO_KIN) -> PythonType:
    """What an argument may be: a TypedDict or a model for an object, any sequence for a list.

    `kin` names the classes of responses that can be sent back in place of a model.
    """
    name = schema.reference
    if name is not None:
        return _reference(name, schemas, kin)
    if schema.any_of:
        return _joined(argument_type(branch, schemas, kin) for branch in _with_one_enum(schema.any_of))
    if schema.enum:
        values = ", ".join(escape_unassigned(repr(value)) for value in schema.enum)
        return PythonType(f"Literal[{values}]", frozenset({("typing", "Literal")}))
    if named := value_type(schema):
        return PythonType(named, frozenset({(".._runtime.values", named)}))
    if schema.prefix_items is not None:
        return _tuple(schema, schemas, kin)
    if schema.type == "array":
        return _wrapped("Sequence[{}]", argument_type(schema.items or ANYTHING, schemas, kin), "Sequence")
    if schema.type == "object":
        extra = schema.additional
        value = PythonType("object") if extra is None else argument_type(extra, schemas, kin)
        return _wrapped("Mapping[str, {}]", value, "Mapping")
    return PythonType(_SCALARS.get(schema.type or "", "object"))


def _with_one_enum(branches: Sequence[CanonicalSchema]) -> list[CanonicalSchema]:
    """The variants of a union with their enumerations as one: pydantic takes true for 1 where each is a Literal."""
    enums = [each for each in branches if each.enum]
    if len(enums) < 2:
        return list(branches)
    return [
        CanonicalSchema(enum=tuple(value for each in enums for value in each.enum)),
        *(each for each in branches if not each.enum),
    ]


def _tuple(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], kin: Kin) -> PythonType:
    first = [argument_type(each, schemas, kin) for each in schema.prefix_items or ()]
    rest = [argument_type(schema.items, schemas, kin)] if schema.items is not None else []
    texts = [*(each.text for each in first), *(f"*tuple[{each.text}, ...]" for each in rest)]
    imports = frozenset[tuple[str, str]]().union(*(each.imports for each in (*first, *rest)))
    return PythonType(f"tuple[{', '.join(texts) or '()'}]", imports)


def file_type(schema: CanonicalSchema) -> PythonType:
    """What a part that is a file may be: one, a list of them, or a map of them."""
    one = PythonType("FileInput", frozenset({(".._runtime.files", "FileInput")}))
    if schema.type == "array":
        return _wrapped("Sequence[{}]", one, "Sequence")
    return _wrapped("Mapping[str, {}]", one, "Mapping") if schema.type == "object" else one


def _reference(name: str, schemas: Mapping[str, CanonicalSchema], kin: Kin) -> PythonType:
    param = PythonType(f"{name}{PARAM}", frozenset({("..params", f"{name}{PARAM}")}))
    if not schemas[name].properties:
        return param
    models = (PythonType(each, frozenset({("..models", each)})) for each in (name, *kin.get(name, ())))
    return _joined([param, *models])


def _wrapped(form: str, inner: PythonType, name: str) -> PythonType:
    return PythonType(form.format(inner.text), inner.imports | {("collections.abc", name)})


def _joined(types: Iterable[PythonType]) -> PythonType:
    """The union of `types`, each once; None last, as people write it."""
    found = list(types)
    texts = list(dict.fromkeys(each.text for each in found))
    if "object" in texts:
        return PythonType("object")
    texts.sort(key=lambda text: text == "None")
    return PythonType(" | ".join(texts), frozenset().union(*(each.imports for each in found)))


def result_name(schema: CanonicalSchema) -> str:
    """The name by which the runtime finds the type of a response: a component, a list of one, or what any JSON is."""
    name = schema.reference
    if name is not None:
        return name
    if schema.is_list and schema.items is not None and schema.items.reference is not None:
        return f"list[{schema.items.reference}]"
    return "bytes" if schema.format == "binary" else "Any"
