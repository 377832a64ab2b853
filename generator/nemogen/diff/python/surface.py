"""The public surface of a generated package: what its callers can name, with the types of it all."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final, TypeAlias

from nemogen.diff.python.types import Side, Type, names
from nemogen.errors import Location
from nemogen.internal_classes import INTERNAL_ENDS
from nemogen.light_dataclasses import dataclass

CLIENT: Final = "client"
"""What messages call an instance of any client class."""

CONSTRUCTOR: Final = "__init__"


class ClassKind(enum.StrEnum):
    """What a class is to its callers."""

    PLAIN = "class"
    MODEL = "model"
    TYPED_DICT = "TypedDict"
    ENUM = "enumeration"


class ParameterKind(enum.StrEnum):
    """How an argument may be given; the values are those of griffe."""

    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"


_MODELS: Final = ".models"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `default` is source, None where there is none; `type` is None where nothing is said."""

    name: str
    kind: ParameterKind
    default: str | None
    type: Type | None

    @property
    def is_required(self) -> bool:
        """Whether a call must give it."""
        return self.default is None and self.kind not in (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)


@dataclass(frozen=True, slots=True)
class Signature:
    """One way to call a function, without the `self` of a method."""

    parameters: tuple[Parameter, ...]
    returns: Type | None


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method; several signatures where it is overloaded."""

    signatures: tuple[Signature, ...]
    is_async: bool
    place: Location
    renamed_to: str = ""
    """The new name, where this is the old one of what was renamed."""


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute, a property, a model's field, a key of a TypedDict, or (with `value`) a member of an enum."""

    type: Type | None
    is_required: bool
    place: Location
    value: str = ""
    renamed_to: str = ""


Member: TypeAlias = Function | Field


@dataclass(frozen=True, slots=True)
class Class:
    """A class with its public members, also those of its bases in the package, and a constructor for callers.

    `ancestors` are all classes that it inherits from; a TypedDict counts as a `Mapping` too.
    """

    kind: ClassKind
    ancestors: frozenset[str]
    members: Mapping[str, Member]
    place: Location


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type."""

    type: Type
    place: Location


Definition: TypeAlias = Class | Function | Alias


@dataclass(frozen=True, slots=True)
class Surface:
    """A package's surface. All names leave out the package's own: `.models.Pet`.

    `names` maps what can be imported to where it is defined; `definitions` holds these, and the classes of private
    modules that a caller gets hold of through them. `callers` maps a definition to what callers write:
    `client.chat.completions` for a resource, the name to import for all else. `settings` are where a client sends its
    requests, how it gets and shows its key, and how webhooks are signed, as source.
    """

    package: str
    names: Mapping[str, str]
    definitions: Mapping[str, Definition]
    callers: Mapping[str, str]
    settings: Mapping[str, str] = field(default_factory=dict)
    old_names: Mapping[str, str] = field(default_factory=dict)
    """Deprecated names that can be imported, and what they lead to: `names` has none of them."""

    @property
    def side(self) -> Side:
        """What is needed to compare this package's types."""
        aliases = {name: each.type for name, each in self.definitions.items() if isinstance(each, Alias)}
        ancestors = {name: each.ancestors for name, each in self.definitions.items() if isinstance(each, Class)}
        return Side(aliases, ancestors)

    def caller(self, name: str) -> str:
        """What callers write to reach a definition."""
        return self.callers.get(name) or name.rpartition(".")[2]

    def is_resource(self, name: str) -> bool:
        """Whether callers get at a class through a client, never by its own name."""
        return self.caller(name).startswith(f"{CLIENT}.")

    def is_internal(self, name: str) -> bool:
        """Whether arguments are checked against a class that the package does not export: no caller makes one or gets
        one."""
        module, _, own = name.rpartition(".")
        return module == _MODELS and own.endswith(INTERNAL_ENDS) and f".{own}" not in self.names


@dataclass(frozen=True, slots=True)
class Use:
    """Which way a definition's values go: into the API, out of it, or both."""

    given: bool
    read: bool


def uses(surface: Surface) -> Mapping[str, Use]:
    """What callers give and what they read: all that parameters and results lead to.

    What neither leads to is taken for what it is made for: a TypedDict is given, and so is the model that one of what
    is given stands for (`PetParam` for `Pet`); anything else is read.
    """
    given, read = _Reach(surface), _Reach(surface)
    for definition in surface.definitions.values():
        for function in functions_of(definition):
            for signature in function.signatures:
                for parameter in signature.parameters:
                    given.follow(parameter.type)
                read.follow(signature.returns)
    typed_dicts = {
        name
        for name, definition in surface.definitions.items()
        if isinstance(definition, Class) and definition.kind is ClassKind.TYPED_DICT
    }
    twins = {name.rpartition(".")[2].removesuffix("Param") for name in typed_dicts | given.names}
    found = {}
    for name in surface.definitions:
        is_given, is_read = name in given.names, name in read.names
        if not is_given and not is_read:
            is_given = name in typed_dicts or name.rpartition(".")[2] in twins
            is_read = not is_given
        found[name] = Use(is_given, is_read)
    return found


def functions_of(definition: Definition) -> Iterator[Function]:
    """The function that a definition is, or the methods that it has."""
    if isinstance(definition, Function):
        yield definition
    elif isinstance(definition, Class):
        yield from (member for member in definition.members.values() if isinstance(member, Function))


def types_of(definition: Definition) -> Iterator[Type]:
    """All types that a definition says something of: its own, those of its fields, of parameters and results."""
    found = list(_types_in(definition))
    for function in functions_of(definition):
        for way in function.signatures:
            found += [way.returns, *(each.type for each in way.parameters)]
    yield from (kind for kind in found if kind is not None)


class _Reach:
    """The definitions that types lead to, through aliases and the fields of classes."""

    def __init__(self, surface: Surface) -> None:
        self._definitions = surface.definitions
        self.names: set[str] = set()

    def follow(self, kind: Type | None) -> None:
        waiting = [kind]
        while waiting:
            for name in names(waiting.pop() or frozenset()):
                if name in self.names or name not in self._definitions:
                    continue
                self.names.add(name)
                waiting.extend(_types_in(self._definitions[name]))


def _types_in(definition: Definition) -> Iterator[Type | None]:
    if isinstance(definition, Alias):
        yield definition.type
    elif isinstance(definition, Class):
        yield from (member.type for member in definition.members.values() if isinstance(member, Field))
