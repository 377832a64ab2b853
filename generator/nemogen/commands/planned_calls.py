"""What callers can call of a client, from its plan: its class, the resources below it, and their methods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nemogen.client.client import Kind
from nemogen.client.method_plan import Argument, Method
from nemogen.client.old_members import old_method_of
from nemogen.client.plan import OldAttribute, Resource
from nemogen.commands.planned_types import PlannedPackage
from nemogen.commands.runtime_surface import RUNTIME_NAMES, constructors
from nemogen.diff.python.surface import (
    CLIENT,
    CONSTRUCTOR,
    Class,
    ClassKind,
    Definition,
    Field,
    Function,
    Member,
    Parameter,
    ParameterKind,
    Signature,
)
from nemogen.diff.python.types import Atom, Type, parse, without_sentinel
from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass
from nemogen.pointer import join

NOWHERE: Final = Location("")
"""Where what comes from the settings alone is defined."""


_KEYWORD: Final = ParameterKind.KEYWORD_ONLY
_EXTRA: Final = (
    ("extra_headers", "Mapping[str, str | Omit] | None", "None"),
    ("extra_query", "Mapping[str, object] | None", "None"),
    ("extra_body", "Mapping[str, object] | None", "None"),
    ("timeout", "float | Timeout | Omit | None", "omit"),
)
"""The arguments of every method, with annotation and default."""


@dataclass(frozen=True, slots=True)
class LocatedPackage:
    """A package whose definitions are located in a file."""

    package: PlannedPackage
    file: str

    def locate(self, name: str, key: str = "") -> Location:
        """The location in the spec of a class, one of its properties, or a method."""
        pointer = self.package.pointers.get(name)
        if pointer is None:
            return NOWHERE
        return Location(self.file, join(pointer, "properties", key) if key else pointer)


class PlannedCalls:
    """Collects the clients and the resources below them, with the way that callers take to each."""

    def __init__(self, located: LocatedPackage) -> None:
        self.definitions: dict[str, Definition] = {}
        self.callers: dict[str, str] = {}
        self._package = located.package
        self._located = located
        self._parsed: dict[str, Type] = {}
        named = (("models", self._package.models.schemas), ("params", self._package.params.names))
        self._modules = {name: f".{module}.{name}" for module, names in named for name in names}
        """The names in the annotations of resources and clients: params.py's before those of models.py."""

    def add_client(self, kind: Kind, *, with_constructors: bool) -> None:
        plan = self._package.plan
        members: dict[str, Member] = {}
        for each in plan.resources:
            module = f".resources.{each.module}"
            members[each.attribute] = _attribute(f"{module}.{kind.prefix}{each.class_name}", self._locate(each))
            self._add_resource(each, f"{CLIENT}.{each.attribute}", kind, module)
        members |= self._old_attributes(plan.old_attributes, kind)
        if plan.webhooks is not None:
            members[plan.webhooks.attribute] = _attribute(".webhooks.Webhooks")
        if plan.has_own_constructor:
            members |= self._constructors(kind)
        elif with_constructors:
            members |= constructors(kind.prefix)
        name = f".client.{kind.client}"
        self.definitions[name] = Class(ClassKind.PLAIN, frozenset(), members, NOWHERE)
        self.callers[name] = CLIENT

    def _constructors(self, kind: Kind) -> dict[str, Member]:
        plan, key = self._package.plan, without_sentinel(self._type(f"{kind.prefix}Key | None"), "None")
        credentials = tuple(Parameter(each.name, _KEYWORD, "None", key) for each in plan.authentication.arguments)
        variables = tuple(
            Parameter(each.argument, _KEYWORD, repr(each.default.value), self._type(each.annotation))
            for each in plan.server.variables
        )

        def function(given: tuple[Parameter, ...], options: str, returns: str) -> Function:
            rest = Parameter("options", ParameterKind.VAR_KEYWORD, None, self._type(f"Unpack[{options}]"))
            return Function((Signature((*given, rest), self._type(returns)),), False, NOWHERE)

        return {
            CONSTRUCTOR: function((*credentials, *variables), f"{kind.prefix}ClientOptions", "None"),
            "with_options": function(credentials, "ChangedOptions", "Self"),
        }

    def _add_resource(self, resource: Resource, caller: str, kind: Kind, module: str) -> None:
        """The class of a resource, those of its raw and of its streamed responses, and all below it."""
        name = f"{module}.{kind.prefix}{resource.class_name}"
        members: dict[str, Member] = {}
        for child in resource.children:
            members[child.attribute] = _attribute(f"{module}.{kind.prefix}{child.class_name}", self._locate(child))
            self._add_resource(child, f"{caller}.{child.attribute}", kind, module)
        raw = "with_raw_response", "Raw", resource.methods
        streamed = "with_streaming_response", "Streamed", resource.downloads
        for attribute, ending, methods in (raw, streamed):
            if methods:
                members[attribute] = _attribute(f"{name}{ending}")
                self.definitions[f"{name}{ending}"] = Class(ClassKind.PLAIN, frozenset(), {}, NOWHERE)
                self.callers[f"{name}{ending}"] = f"{caller}.{attribute}"
        for method in resource.methods:
            members |= self._functions(method, kind)
        for old in resource.old_methods:
            for key, function in self._functions(old_method_of(old), kind):
                members[key] = replace(function, renamed_to=old.method.name)
        members |= self._old_attributes(resource.old_attributes, kind)
        self.definitions[name] = Class(ClassKind.PLAIN, frozenset(), members, self._locate(resource))
        self.callers[name] = caller

    def _old_attributes(self, found: tuple[OldAttribute, ...], kind: Kind) -> dict[str, Member]:
        return {
            each.name: replace(
                _attribute(f".resources.{each.module}.{kind.prefix}{each.class_name}"), renamed_to=each.way
            )
            for each in found
        }

    def _locate(self, resource: Resource) -> Location:
        """The location of the first operation of a resource."""
        methods = (method for each in resource.family() for method in each.methods)
        return next((self._located.locate(method.call) for method in methods), NOWHERE)

    def _functions(self, method: Method, kind: Kind) -> Iterator[tuple[str, Function]]:
        """A method of a resource, and those beside it for all pages and for a stream."""
        ways = kind.overloads(method) if method.stream_argument else (("", kind.returns(method)),)
        signatures = tuple(
            Signature(tuple(self._parameters(method, stream)), self._type(returns)) for stream, returns in ways
        )
        location = self._located.locate(method.call)
        yield method.name, Function(signatures, bool(kind.prefix), location)
        beside = tuple(self._parameters(method, ""))
        if method.paging:
            yield method.paging.name, Function((Signature(beside, self._type(kind.pages(method))),), False, location)
        if method.manager_name:
            yield method.manager_name, Function((Signature(beside, self._type(kind.manager(method))),), False, location)

    def _parameters(self, method: Method, stream: str) -> Iterator[Parameter]:
        """The arguments of one way to call a method; `stream` is how that for events is written, empty: not at all."""
        for each in method.positional:
            yield self._argument(each, ParameterKind.POSITIONAL_OR_KEYWORD)
        # Arguments that a TypedDict declares follow the one that asks for events, which it does not declare.
        is_declared_once = bool(method.keywords_class)
        for each in sorted(method.keywords, key=lambda each: is_declared_once and each.name != method.stream_argument):
            if each.name != method.stream_argument:
                yield self._argument(each, _KEYWORD)
            elif stream:
                annotation, _, default = stream.partition(" = ")
                given = without_sentinel(self._type(annotation), "omit")
                yield Parameter(each.name, _KEYWORD, default or None, given)
        for name, annotation, default in _EXTRA:
            if name != "extra_body" or method.takes_more:
                yield Parameter(name, _KEYWORD, default, without_sentinel(self._type(annotation), default))

    def _argument(self, argument: Argument, kind: ParameterKind) -> Parameter:
        given = without_sentinel(self._type(argument.annotation), argument.default)
        return Parameter(argument.name, kind, argument.default or None, given)

    def _type(self, annotation: str) -> Type:
        if annotation not in self._parsed:
            self._parsed[annotation] = parse(annotation, self._resolve)
        return self._parsed[annotation]

    def _resolve(self, name: str) -> str:
        """What a name in the annotations of resources and clients stands for."""
        return self._modules.get(name) or RUNTIME_NAMES.get(name, name)


def _attribute(name: str, location: Location = NOWHERE) -> Field:
    return Field(frozenset({Atom(name)}), False, location)
