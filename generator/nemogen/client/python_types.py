"""The Python type of a schema of the Document, as it stands in a method's signature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nemogen.characters import escape_unassigned
from nemogen.client.formats import value_type
from nemogen.client.round_trip import Kin
from nemogen.document import JsonObject
from nemogen.names import PARAM
from nemogen.schema_tree import component, is_list

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}

_NO_KIN: Final[Kin] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PythonType:
    """`text` is the annotation; `imports` are the (module, name) pairs that it needs."""

    text: str
    imports: frozenset[tuple[str, str]] = frozenset()


def argument_type(schema: JsonObject, schemas: Mapping[str, JsonObject], kin: Kin = _NO_KIN) -> PythonType:
    """What an argument may be: a TypedDict or a model for an object, any sequence for a list.

    `kin` names the classes of responses that can be sent back in place of a model.
    """
    name = component(schema)
    if name is not None:
        return _reference(name, schemas, kin)
    if "anyOf" in schema:
        return _joined(argument_type(branch, schemas, kin) for branch in _with_one_enum(schema["anyOf"]))
    if "enum" in schema:
        values = ", ".join(escape_unassigned(repr(value)) for value in schema["enum"])
        return PythonType(f"Literal[{values}]", frozenset({("typing", "Literal")}))
    if named := value_type(schema):
        return PythonType(named, frozenset({(".._runtime.values", named)}))
    if "prefixItems" in schema:
        return _tuple(schema, schemas, kin)
    if schema.get("type") == "array":
        return _wrapped("Sequence[{}]", argument_type(schema["items"], schemas, kin), "Sequence")
    if schema.get("type") == "object":
        extra = schema.get("additionalProperties")
        value = argument_type(extra, schemas, kin) if isinstance(extra, Mapping) else PythonType("object")
        return _wrapped("Mapping[str, {}]", value, "Mapping")
    return PythonType(_SCALARS.get(schema.get("type", ""), "object"))


def _with_one_enum(branches: Sequence[JsonObject]) -> list[JsonObject]:
    """The variants of a union with their enumerations as one: pydantic takes true for 1 where each is a Literal."""
    enums = [each for each in branches if "enum" in each]
    if len(enums) < 2:
        return list(branches)
    return [
        {"enum": [value for each in enums for value in each["enum"]]},
        *(each for each in branches if "enum" not in each),
    ]


def _tuple(schema: JsonObject, schemas: Mapping[str, JsonObject], kin: Kin) -> PythonType:
    first = [argument_type(each, schemas, kin) for each in schema["prefixItems"]]
    rest = [argument_type(schema["items"], schemas, kin)] if "items" in schema else []
    texts = [*(each.text for each in first), *(f"*tuple[{each.text}, ...]" for each in rest)]
    imports = frozenset[tuple[str, str]]().union(*(each.imports for each in (*first, *rest)))
    return PythonType(f"tuple[{', '.join(texts) or '()'}]", imports)


def file_type(schema: JsonObject) -> PythonType:
    """What a part that is a file may be: one, a list of them, or a map of them."""
    one = PythonType("FileInput", frozenset({(".._runtime.files", "FileInput")}))
    if schema.get("type") == "array":
        return _wrapped("Sequence[{}]", one, "Sequence")
    return _wrapped("Mapping[str, {}]", one, "Mapping") if schema.get("type") == "object" else one


def _reference(name: str, schemas: Mapping[str, JsonObject], kin: Kin) -> PythonType:
    param = PythonType(f"{name}{PARAM}", frozenset({("..params", f"{name}{PARAM}")}))
    if "properties" not in schemas[name]:
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


def result_name(schema: JsonObject) -> str:
    """The name by which the runtime finds the type of a response: a component, a list of one, or what any JSON is."""
    name = component(schema)
    if name is not None:
        return name
    if is_list(schema) and "$ref" in schema["items"]:
        return f"list[{result_name(schema['items'])}]"
    return "bytes" if schema.get("format") == "binary" else "Any"
