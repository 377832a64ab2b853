"""The types of params.py: what plain dicts may be that stand for the models of requests."""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from nemogen.canonical import CanonicalSchema, references
from nemogen.characters import is_identifier
from nemogen.client.base_classes import base_classes
from nemogen.client.definition_order import in_order
from nemogen.client.engine_input import names_of, noted, without_uploads
from nemogen.client.environment import Text
from nemogen.client.models_input import MARK, TUPLES, VALUES
from nemogen.client.python_types import PythonType, Spelling, argument_type
from nemogen.client.reachable import reached
from nemogen.client.round_trip import Sendable, sendable_responses
from nemogen.document import Document
from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.names import PARAM, is_normal

_SPELLING: Final = Spelling(
    anything=PythonType("Any", frozenset({("typing", "Any")})),
    open_tuple=PythonType(MARK, frozenset({(".._runtime.tuples", MARK)})),
)
"""The values of a TypedDict can be changed, so that their types have to be equal: `Any` is to every type.

Frameworks evaluate a TypedDict, and pydantic reads no other tuple with any number of items at the end.
"""

_ANNOTATING: Final = frozenset(
    {"Any", "Literal", "Mapping", "NotRequired", "Sequence", "bool", "float", "int", "str", "tuple", MARK}
)
_OWN: Final = "..params"


@dataclass(frozen=True, slots=True)
class Params:
    """The components of requests, by the names of their models. `classes` are those of them that become TypedDicts,
    each with the models that are accepted in its place: its own, and those of responses that can be sent back."""

    schemas: Mapping[str, CanonicalSchema]
    classes: Sendable

    @property
    def names(self) -> frozenset[str]:
        """What params.py defines."""
        return frozenset(f"{name}{PARAM}" for name in self.schemas)


@dataclass(frozen=True, slots=True)
class DictKey:
    """One key of a TypedDict. `annotation` is its type, marked where it is not required."""

    name: str
    annotation: str
    doc: Text


@dataclass(frozen=True, slots=True)
class ParamType:
    """A definition of params.py: a TypedDict with `keys`, or an alias of the type `value`.

    `is_call`: a class could not have these keys. `is_recursive`: the alias names what is not defined before it.
    """

    name: str
    doc: Text
    keys: tuple[DictKey, ...] = ()
    value: str = ""
    is_call: bool = False
    is_recursive: bool = False


def for_params(document: Document, sendable: Sendable | None = None) -> Params:
    """The components that requests of `document` consist of, without the files of multipart bodies.

    `sendable` is what `sendable_responses` says of it, where that is known already.
    """
    wanted = reached(document, Direction.REQUEST)
    schemas = {name: schema for name, schema in without_uploads(document).items() if name in wanted}
    for name, tag in base_classes(document).items():
        if name in schemas and tag is not None and not tag.is_required:
            required = tuple(each for each in schemas[name].required if each != tag.name)
            schemas[name] = replace(schemas[name], required=required)
    sendable = sendable_responses(document) if sendable is None else sendable
    classes = {name: (name, *sendable.get(name, ())) for name in names_of(document.schemas) if name in schemas}
    return Params(schemas, classes)


@dataclass(frozen=True, slots=True)
class ParamsModule:
    """What params.py holds, and the (module, name) pairs that it needs of other modules."""

    types: tuple[ParamType, ...]
    imports: frozenset[tuple[str, str]]


def module_of(params: Params, models: str) -> ParamsModule:
    """The definitions, each after those that it names as far as none of these names it.

    `models` is the dotted name of the models' module.
    """
    writer = _Writer(params)
    own = {name: references((schema,)) & params.schemas.keys() for name, schema in params.schemas.items()}
    defined: set[str] = set()
    for name in in_order(own):
        writer.define(name, frozenset(f"{each}{PARAM}" for each in own[name] - defined))
        defined.add(name)
    modules = {"..models": models, ".._runtime.values": f".{VALUES}", ".._runtime.tuples": f".{TUPLES}"}
    imports = ((modules.get(module, module), name) for module, name in writer.imports if module != _OWN)
    return ParamsModule(tuple(writer.types), frozenset(imports))


class _Writer:
    """Collects the definitions, and all that their types are written with."""

    def __init__(self, params: Params) -> None:
        self.types: list[ParamType] = []
        self.imports: set[tuple[str, str]] = set()
        self._params = params
        self._kin = {name: classes[1:] for name, classes in params.classes.items()}
        models = {each for classes in params.classes.values() for each in classes}
        self._hiding = _ANNOTATING | models | params.names

    def define(self, name: str, later: frozenset[str]) -> None:
        """Add the definition of a component; `later` are the names in it that are defined after it, or are its own."""
        schema = self._params.schemas[name]
        own, doc = f"{name}{PARAM}", Text(schema.description)
        if name in self._params.classes:
            is_call = any(key in self._hiding or not _is_attribute(key) for key in schema.properties)
            keys = tuple(self._keys(schema, later if is_call else frozenset()))
            self.types.append(ParamType(own, doc, keys, is_call=is_call))
        else:
            self.types.append(ParamType(own, doc, value=self._type(schema).text, is_recursive=bool(later)))

    def _keys(self, schema: CanonicalSchema, quoted: frozenset[str]) -> Iterator[DictKey]:
        for name, value in schema.properties.items():
            kind = self._type(value)
            is_quoted = any((_OWN, each) in kind.imports for each in quoted)
            text = repr(kind.text) if is_quoted else kind.text
            annotation = text if name in schema.required else f"NotRequired[{text}]"
            yield DictKey(name, annotation, Text(noted(value).description))

    def _type(self, schema: CanonicalSchema) -> PythonType:
        found = argument_type(schema, self._params.schemas, self._kin, _SPELLING)
        self.imports |= found.imports
        return found


def _is_attribute(key: str) -> bool:
    """Whether a class can have an annotation of this name, and have it under this name."""
    return is_identifier(key) and not keyword.iskeyword(key) and not key.startswith("__") and is_normal(key)
