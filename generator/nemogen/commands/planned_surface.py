"""What callers can name of a client, from its plan alone: no engine runs and no file is made.

What is the same for every client of these settings is left out, as far as no caller can notice it in a change: the
runtime's own classes, and the two modules for tests.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from nemogen.canonical import CanonicalSchema
from nemogen.client.client import Kind, kinds_of
from nemogen.client.environment import literal
from nemogen.client.fields import field_names
from nemogen.client.method_plan import Argument, Method
from nemogen.client.old_members import old_method_of
from nemogen.client.plan import ClientPlan, OldAttribute, Resource
from nemogen.commands.planned_types import PlannedPackage, TypedModule, models_of, params_of
from nemogen.commands.runtime_surface import BASE_CLASSES, RUNTIME_ALIASES, RUNTIME_NAMES, constructors
from nemogen.diff.python.surface import (
    CLIENT,
    CONSTRUCTOR,
    Alias,
    Class,
    ClassKind,
    Definition,
    Field,
    Function,
    Member,
    Parameter,
    ParameterKind,
    Signature,
    Surface,
)
from nemogen.diff.python.types import ANY, NONE, Atom, Type, parse, without_sentinel
from nemogen.errors import Location
from nemogen.names import PARAM
from nemogen.pointer import join

NOWHERE: Final = Location("")
"""Where what comes from the settings alone is defined."""

_KEYWORD: Final = ParameterKind.KEYWORD_ONLY
_REQUEST_ID: Final = Field(frozenset({Atom("str"), NONE}), False, NOWHERE)
_EXTRA: Final = (
    ("extra_headers", "Mapping[str, str | Omit] | None", "None"),
    ("extra_query", "Mapping[str, object] | None", "None"),
    ("extra_body", "Mapping[str, object] | None", "None"),
    ("timeout", "float | Timeout | Omit | None", "omit"),
)
"""The arguments of every method, with annotation and default."""
_WEBHOOK_NAMES: Final = {
    ".webhooks.UnknownWebhook": "._runtime.webhooks.UnknownWebhook",
    ".testing.signed_webhook": "._runtime.fake_webhooks.signed_webhook",
}
"""What a package with webhooks has beside its own definitions."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A package whose definitions are located in a file."""

    package: PlannedPackage
    file: str

    def place(self, name: str, key: str = "") -> Location:
        """Where a class, one of its properties, or a method stands in the spec."""
        pointer = self.package.pointers.get(name)
        if pointer is None:
            return NOWHERE
        return Location(self.file, join(pointer, "properties", key) if key else pointer)


def surface_of(package: PlannedPackage, file: str, *, with_constructors: bool) -> Surface:
    """The surface, in the names that `diff.python.surface_reader` reads from the written package; definitions are
    located in the spec, which is called `file`.

    `with_constructors`: with that of the clients where it is the runtime's own, which takes long to read.
    """
    plan = package.plan
    placed = _Placed(package, file)
    calls = _Calls(placed)
    for kind in kinds_of(plan):
        calls.add_client(kind, with_constructors=with_constructors)
    definitions = {**calls.definitions, **_types(package, placed), **_headers(plan)}
    names = {name: name for name in definitions}
    clients = (f".client.{plan.client}", f".client.{plan.async_client}")
    exported = (*(f".models.{each}" for each in plan.models), *(f".params.{each}" for each in plan.params))
    names |= {f".{each.rpartition('.')[2]}": each for each in (*clients, *exported)}
    if plan.webhooks is not None:
        own = _webhooks(plan.webhooks.classes)
        definitions |= own
        names |= {name: name for name in own} | _WEBHOOK_NAMES
    definitions |= {name: Alias(kind, NOWHERE) for name, kind in RUNTIME_ALIASES.items()}
    callers = {name: name.rpartition(".")[2] for name in definitions} | calls.callers
    return Surface(plan.module, names, definitions, callers, _settings(plan), _old_names(plan))


def _old_names(plan: ClientPlan) -> dict[str, str]:
    found = {f".models.{each.name}": f".models.{each.new}" for each in (*plan.old_models, *plan.old_internal)}
    found |= {f".params.{each.name}": f".params.{each.new}" for each in plan.old_params}
    exported = {f".{each.name}": f".models.{each.new}" for each in plan.old_models}
    return found | exported | {f".{each.name}": f".params.{each.new}" for each in plan.old_params}


def _settings(plan: ClientPlan) -> dict[str, str]:
    code = {
        "base_url": literal(plan.base_url),
        "base_url_env": literal(plan.base_url_env),
        "auth": dict(plan.authentication.settings())["auth"],
    }
    if plan.webhooks is not None:
        given = ", ".join(f"{name}={value}" for name, value in plan.webhooks.scheme())
        code["webhook_scheme"] = f"WebhookScheme({given})"
        code["webhook_secret_env"] = literal(plan.webhooks.secret_env)
    return {name: ast.unparse(ast.parse(text, mode="eval")) for name, text in code.items()}


def _types(package: PlannedPackage, placed: _Placed) -> dict[str, Definition]:
    """The classes and aliases of models.py and params.py."""
    models, params = models_of(package.models), params_of(package.params)
    attributes = field_names(models.schemas, package.fields)
    tags = _tags(models.schemas)
    found = {f".models.{name}": _model(name, models, attributes, tags, placed) for name in models.schemas}
    return found | {f".params.{name}{PARAM}": _typed_dict(name, params, placed) for name in params.schemas}


def _typed_dict(name: str, params: TypedModule, placed: _Placed) -> Definition:
    """The class of a component for arguments; `name` is that of the component."""
    schema = params.schemas[name]
    if name not in params.classes:
        return Alias(params.type_of(schema, name), placed.place(name))
    keys: dict[str, Member] = {
        key: Field(params.type_of(value, name), key in schema.required, placed.place(name, key))
        for key, value in schema.properties.items()
    }
    return Class(ClassKind.TYPED_DICT, frozenset({"Mapping"}), keys, placed.place(name))


def _tags(schemas: Mapping[str, CanonicalSchema]) -> dict[tuple[str, str], Type]:
    """By class and property, the values that tell the class from others of a union: the engine writes these."""
    found: dict[tuple[str, str], Type] = {}
    for tag in (each.discriminator for each in schemas.values() if each.discriminator is not None):
        for value, variant in tag.mapping.items():
            key = variant, tag.property_name
            found[key] = found.get(key, frozenset()) | {Atom(repr(value), literal="str")}
    return found


def _model(
    name: str,
    models: TypedModule,
    attributes: Mapping[str, str],
    tags: Mapping[tuple[str, str], Type],
    placed: _Placed,
) -> Definition:
    schema = models.schemas[name]
    if name not in models.classes:
        return Alias(models.type_of(schema, name), placed.place(name))
    members: dict[str, Member] = {"request_id": _REQUEST_ID}
    for key, value in schema.properties.items():
        required = key in schema.required
        kind = tags.get((name, key)) or models.type_of(value, name)
        own = attributes.get(f"{name}.{key}", key)
        members[own] = Field(kind if required else kind | {NONE}, required, placed.place(name, key))
    return Class(ClassKind.MODEL, BASE_CLASSES["Model"], members, placed.place(name))


def _headers(plan: ClientPlan) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for headers in (method.headers for _, method in plan.methods() if method.headers):
        members: dict[str, Member] = {
            each.name: Field(parse(each.plain_annotation, str) | {NONE}, False, NOWHERE) for each in headers.headers
        }
        bases = BASE_CLASSES["TypedHeaders"]
        found[f".headers.{headers.class_name}"] = Class(ClassKind.PLAIN, bases, members, NOWHERE)
    return found


def _webhooks(classes: tuple[str, ...]) -> dict[str, Definition]:
    events = {Atom(f".models.{each}") for each in classes} | {Atom("._runtime.webhooks.UnknownWebhook")}
    return {
        ".webhooks.SCHEME": Alias(ANY, NOWHERE),
        ".webhooks.WebhookEvent": Alias(frozenset(events), NOWHERE),
        ".webhooks.Webhooks": Class(ClassKind.PLAIN, BASE_CLASSES["WebhookReader"], {}, NOWHERE),
    }


def _attribute(name: str, place: Location = NOWHERE) -> Field:
    return Field(frozenset({Atom(name)}), False, place)


class _Calls:
    """Collects the clients and the resources below them, with the way that callers take to each."""

    def __init__(self, placed: _Placed) -> None:
        self.definitions: dict[str, Definition] = {}
        self.callers: dict[str, str] = {}
        self._package = placed.package
        self._placed = placed
        self._parsed: dict[str, Type] = {}

    def add_client(self, kind: Kind, *, with_constructors: bool) -> None:
        plan = self._package.plan
        members: dict[str, Member] = {}
        for each in plan.resources:
            module = f".resources.{each.module}"
            members[each.attribute] = _attribute(f"{module}.{kind.prefix}{each.class_name}", self._place(each))
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
            members[child.attribute] = _attribute(f"{module}.{kind.prefix}{child.class_name}", self._place(child))
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
        self.definitions[name] = Class(ClassKind.PLAIN, frozenset(), members, self._place(resource))
        self.callers[name] = caller

    def _old_attributes(self, found: tuple[OldAttribute, ...], kind: Kind) -> dict[str, Member]:
        return {
            each.name: replace(
                _attribute(f".resources.{each.module}.{kind.prefix}{each.class_name}"), renamed_to=each.way
            )
            for each in found
        }

    def _place(self, resource: Resource) -> Location:
        """Where the first operation of a resource stands."""
        methods = (method for each in resource.family() for method in each.methods)
        return next((self._placed.place(method.call) for method in methods), NOWHERE)

    def _functions(self, method: Method, kind: Kind) -> Iterator[tuple[str, Function]]:
        """A method of a resource, and those beside it for all pages and for a stream."""
        ways = kind.overloads(method) if method.stream_argument else (("", kind.returns(method)),)
        signatures = tuple(
            Signature(tuple(self._parameters(method, stream)), self._type(returns)) for stream, returns in ways
        )
        place = self._placed.place(method.call)
        yield method.name, Function(signatures, bool(kind.prefix), place)
        beside = tuple(self._parameters(method, ""))
        if method.paging:
            yield method.paging.name, Function((Signature(beside, self._type(kind.pages(method))),), False, place)
        if method.manager_name:
            yield method.manager_name, Function((Signature(beside, self._type(kind.manager(method))),), False, place)

    def _parameters(self, method: Method, stream: str) -> Iterator[Parameter]:
        """The arguments of one way to call a method; `stream` is how that for events is written, empty: not at all."""
        for each in method.positional:
            yield self._argument(each, ParameterKind.POSITIONAL_OR_KEYWORD)
        # Arguments that a TypedDict declares stand behind the one that asks for events, which it does not declare.
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
        for module, names in (("params", self._package.params.printed), ("models", self._package.models.printed)):
            if name in names:
                return f".{module}.{name}"
        return RUNTIME_NAMES.get(name, name)
