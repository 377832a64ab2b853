"""From a Document and the settings of its API to the plan of a client: every name and type is decided here."""

from __future__ import annotations

import keyword
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import field, replace
from itertools import islice

from nemogen.client.alternatives import with_alternatives
from nemogen.client.authentication import Authentication, plan_authentication
from nemogen.client.environment import Text
from nemogen.client.fields import fields_of
from nemogen.client.formats import text_formats
from nemogen.client.keywords import with_keywords
from nemogen.client.method_plan import Method
from nemogen.client.methods import method
from nemogen.client.old_members import with_old_members
from nemogen.client.paging import PAGE_CLASSES, paginations_of, with_paging
from nemogen.client.plan import ClientPlan, Resource
from nemogen.client.reachable import reached
from nemogen.client.round_trip import Sendable, nullable_when_returned, sendable_responses
from nemogen.client.servers import ServerPlan, read_server
from nemogen.client.webhooks import plan_webhooks
from nemogen.config import Settings
from nemogen.document import Document, Operation
from nemogen.errors import NameClash
from nemogen.findings import Direction
from nemogen.given_names import Names
from nemogen.light_dataclasses import dataclass
from nemogen.names import LONGEST, MODULE_NAMES, PARAM, bounded_pascal, pascal, with_last_resorts, words

_CLIENT_NAMES = frozenset(
    {"AsyncClient", "Auth", "ClassVar", "Literal", "SETTINGS", "Settings", "SyncClient", "TYPE_CHECKING"}
)
"""What the module of the clients has: it imports the classes of the topmost resources too."""

_NAMES_WITH_CREDENTIALS = frozenset(
    {"AsyncClientBase", "AsyncClientOptions", "AsyncClientT", "AsyncKey", "ChangedOptions", "ClientOptions", "ClientT",
     "Key", "SyncClientBase", "Unpack", "masked", "server_url"}
)  # fmt: skip
"""What it has besides where its constructors name credentials."""


def plan(document: Document, settings: Settings, sendable: Sendable | None = None) -> ClientPlan:
    """Everything that the templates print for `document`, under the names that `settings` give. Raises NameClash.

    `sendable` is what `sendable_responses` says of it, where that is known already.
    """
    authentication = plan_authentication(document.declared, settings)
    _check_clients(document, settings)
    sent = reached(document, Direction.REQUEST)
    sendable = sendable_responses(document) if sendable is None else sendable
    server = read_server(document, settings, [each.name for each in authentication.arguments])
    package = settings.package
    title = document.title or package.distribution
    internal = _internal(document)
    made = ClientPlan(
        client=package.client,
        async_client=package.async_client,
        module=package.module,
        distribution=package.distribution,
        title=Text(title),
        description=Text(package.description),
        base_url=Text(server.base_url),
        server=server,
        base_url_env=settings.client.base_url_env,
        authentication=authentication,
        idempotency_header=Text(settings.client.idempotency_header) if settings.client.idempotency_header else None,
        returned=nullable_when_returned(document, sendable),
        text_formats=text_formats(document),
        resources=_resources(with_alternatives(document), settings, sendable, authentication, server),
        models=tuple(each for each in document.schemas if each not in internal),
        webhooks=plan_webhooks(document, settings, tuple(each.call.resource[0] for each in document.operations)),
        params=tuple(f"{each}{PARAM}" for each in document.schemas if each in sent),
    )
    return with_old_members(made, document.names)


def _internal(document: Document) -> frozenset[str]:
    """The classes that arguments are checked against: no user makes one or gets one."""
    found = (schema for each in document.operations for schema in (each.arguments, each.bare_body))
    return frozenset(schema.reference for schema in found if schema is not None and schema.reference)


def _check_clients(document: Document, settings: Settings) -> None:
    for name in (settings.package.client, settings.package.async_client):
        if {name, f"{name}{PARAM}", name.removesuffix(PARAM)} & document.schemas.keys():
            raise NameClash(
                f"the client class and a schema are both called {name}",
                remedy="Give the client another name: `client` under [package] in api.toml.",
            )


@dataclass(slots=True)
class _Node:
    """A resource while the tree is made: its own operations, and the resources below it."""

    operations: list[Operation] = field(default_factory=list)
    children: dict[str, _Node] = field(default_factory=dict)


def _resources(
    document: Document, settings: Settings, sendable: Sendable, authentication: Authentication, server: ServerPlan
) -> tuple[Resource, ...]:
    """The tree of resources, in the order in which the document names them."""
    root = _Node()
    for operation in document.operations:
        node = root
        for part in operation.call.resource:
            node = node.children.setdefault(part, _Node())
        node.operations.append(operation)
    taken = MODULE_NAMES | document.schemas.keys() | {f"{name}{PARAM}" for name in document.schemas}
    taken |= {name.removesuffix(PARAM) for name in document.schemas}  # no class of a schema has the name with Param
    paginations = paginations_of(document, settings)
    attributes = fields_of(document) if paginations else {}
    taken |= PAGE_CLASSES if paginations else frozenset()
    own = _CLIENT_NAMES | _NAMES_WITH_CREDENTIALS if authentication.is_named or server.variables else _CLIENT_NAMES
    beside = set(own | {settings.package.client, settings.package.async_client})
    found: list[Resource] = []
    for name, node in root.children.items():
        resource = _resource((name,), node, document, settings, {*taken, *beside}, sendable)
        beside |= {resource.class_name, f"Async{resource.class_name}"}
        paged = with_paging(_secured(resource, authentication), paginations, document, attributes)
        found.append(with_keywords(_with_constants(paged, taken)))
    return tuple(found)


def _secured(resource: Resource, authentication: Authentication) -> Resource:
    """The resource with what each of its operations asks for."""
    methods = tuple(
        replace(each, security=authentication.own_of(each.label), accepts=authentication.by_operation.get(each.label))
        for each in resource.methods
    )
    children = tuple(_secured(child, authentication) for child in resource.children)
    return replace(resource, methods=methods, children=children)


def _resource(
    path: tuple[str, ...], node: _Node, document: Document, settings: Settings, taken: set[str], sendable: Sendable
) -> Resource:
    own = _class_name(path, taken, document.names)
    members = {each.call.method for each in node.operations} | node.children.keys()
    methods: list[Method] = []
    for operation in node.operations:
        methods.append(method(operation, document, settings, members, sendable))
        members.add(methods[-1].manager_name)
    children = tuple(
        _resource((*path, name), inner, document, settings, taken, sendable) for name, inner in node.children.items()
    )
    return Resource(path[-1], own, Text(_summary(path, node)), tuple(methods), children)


def _summary(path: tuple[str, ...], node: _Node) -> str:
    """What a resource does: which paths its own operations call, or where those below it are."""
    paths = list(dict.fromkeys(each.path for each in node.operations))
    if not paths:
        return f"Operations under `client.{'.'.join(path)}`."
    *others, last = paths
    return f"Calls {', '.join(others)} and {last}." if others else f"Calls {last}."


def _class_name(path: tuple[str, ...], taken: set[str], kept: Names) -> str:
    """The name that it has had; else the last part of the path, with its parents in front where the module has that
    name already, or another resource had it."""
    had = kept.resources.get(".".join(path))
    beside = {each.name for key, each in kept.resources.items() if _share_a_module(key.split("."), path)}
    others = beside - ({had.name} if had else set())
    longest = LONGEST - len("AsyncResourceStreamed")
    own = [bounded_pascal(pascal(*path[start:]), longest) for start in range(len(path) - 1, -1, -1)]
    names = (*([had.name] if had else ()), *own, f"{own[0]}Resource", f"{own[-1]}Resource")
    for name in with_last_resorts(names, ".".join(path)):
        family = {name, f"{name}Raw", f"Async{name}", f"Async{name}Raw", f"{name}Streamed", f"Async{name}Streamed"}
        if not family & taken and name not in others and not keyword.iskeyword(name):
            break
    taken |= family
    return name


def _share_a_module(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the classes of two resources are named in one module: those at the top are in that of every other."""
    return len(one) == 1 or len(other) == 1 or one[0] == other[0]


def _with_constants(top: Resource, taken: Collection[str]) -> Resource:
    """The resource of a module with constants that nothing else in the module is called."""
    family = top.family()
    counted = Counter(method.constant for each in family for method in each.methods)
    counted.update(each.class_name for each in family)
    counted.update(taken)

    def named(each: Resource) -> Resource:
        prefix = "_".join(words(each.class_name)).upper()
        methods = tuple(
            replace(method, constant=f"{prefix}_{method.constant}") if counted[method.constant] > 1 else method
            for method in each.methods
        )
        return replace(each, methods=methods, children=tuple(named(child) for child in each.children))

    resource = named(top)
    return _with_distinct(resource, Counter(method.constant for each in resource.family() for method in each.methods))


def _with_distinct(resource: Resource, counted: Counter[str]) -> Resource:
    """The resource with constants that differ, where two of its family would have one still."""

    def distinct(each: Method) -> Method:
        if counted[each.constant] < 2:
            return each
        _, constant = islice(with_last_resorts((each.constant,), f"{each.http_method} {each.path}"), 2)
        return replace(each, constant=constant.upper())

    methods = tuple(map(distinct, resource.methods))
    children = tuple(_with_distinct(child, counted) for child in resource.children)
    return replace(resource, methods=methods, children=children)
