"""The public names of a client, from its plan alone: no engine runs and no file is written.

Names that are the same for every client of these settings are omitted if no change can affect a caller: the
runtime's own classes, and the two modules for tests.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Final

from nemogen.canonical import CanonicalSchema
from nemogen.client.client import kinds_of
from nemogen.client.environment import literal
from nemogen.client.fields import field_names
from nemogen.client.plan import ClientPlan
from nemogen.commands.planned_calls import NOWHERE, LocatedPackage, PlannedCalls
from nemogen.commands.planned_types import PlannedPackage, TypedModule, models_of, params_of
from nemogen.commands.runtime_surface import BASE_CLASSES, RUNTIME_ALIASES
from nemogen.diff.python.surface import (
    Alias,
    Class,
    ClassKind,
    Definition,
    Field,
    Member,
    Surface,
)
from nemogen.diff.python.types import ANY, NONE, Atom, Type, parse
from nemogen.names import PARAM

_REQUEST_ID: Final = Field(frozenset({Atom("str"), NONE}), False, NOWHERE)
_WEBHOOK_NAMES: Final = {
    ".webhooks.UnknownWebhook": "._runtime.webhooks.UnknownWebhook",
    ".testing.signed_webhook": "._runtime.fake_webhooks.signed_webhook",
}
"""What a package with webhooks has beside its own definitions."""


def surface_of(package: PlannedPackage, file: str, *, with_constructors: bool) -> Surface:
    """The surface, in the names that `diff.python.surface_reader` reads from the written package; definitions are
    located in the spec, which is called `file`.

    `with_constructors`: with that of the clients where it is the runtime's own, which takes long to read.
    """
    plan = package.plan
    located = LocatedPackage(package, file)
    calls = PlannedCalls(located)
    for kind in kinds_of(plan):
        calls.add_client(kind, with_constructors=with_constructors)
    definitions = {**calls.definitions, **_types(package, located), **_headers(plan)}
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


def _types(package: PlannedPackage, located: LocatedPackage) -> dict[str, Definition]:
    """The classes and aliases of models.py and params.py."""
    models, params = models_of(package.models), params_of(package.params)
    attributes = field_names(models.schemas, package.fields)
    tags = _tags(models.schemas)
    found = {f".models.{name}": _model(name, models, attributes, tags, located) for name in models.schemas}
    return found | {f".params.{name}{PARAM}": _typed_dict(name, params, located) for name in params.schemas}


def _typed_dict(name: str, params: TypedModule, located: LocatedPackage) -> Definition:
    """The class of a component for arguments; `name` is that of the component."""
    schema = params.schemas[name]
    if name not in params.classes:
        return Alias(params.type_of(schema, name), located.locate(name))
    keys: dict[str, Member] = {
        key: Field(params.type_of(value, name), key in schema.required, located.locate(name, key))
        for key, value in schema.properties.items()
    }
    return Class(ClassKind.TYPED_DICT, frozenset({"Mapping"}), keys, located.locate(name))


def _tags(schemas: Mapping[str, CanonicalSchema]) -> dict[tuple[str, str], Type]:
    """By class and property, the tags of the class in a union: the engine writes them as literals."""
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
    located: LocatedPackage,
) -> Definition:
    schema = models.schemas[name]
    if name not in models.classes:
        return Alias(models.type_of(schema, name), located.locate(name))
    members: dict[str, Member] = {"request_id": _REQUEST_ID}
    for key, value in schema.properties.items():
        required = key in schema.required
        kind = tags.get((name, key)) or models.type_of(value, name)
        own = attributes.get(f"{name}.{key}", key)
        members[own] = Field(kind if required else kind | {NONE}, required, located.locate(name, key))
    return Class(ClassKind.MODEL, BASE_CLASSES["Model"], members, located.locate(name))


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
