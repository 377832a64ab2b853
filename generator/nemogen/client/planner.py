"""From a Document and the settings of its API to the plan of a client: every name and type is decided here."""

from __future__ import annotations

import keyword
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from nemogen.client.environment import Text
from nemogen.client.methods import method
from nemogen.client.plan import ClientPlan, Method, Resource
from nemogen.client.reachable import reached
from nemogen.client.round_trip import Kin, kin_of, nullable_when_returned
from nemogen.config import Settings
from nemogen.document import Document, Operation
from nemogen.errors import NameClash
from nemogen.findings import Direction
from nemogen.names import LONGEST, MODULE_NAMES, PARAM, bounded_pascal, pascal, with_last_resorts, words
from nemogen.schema_tree import PARAMETERS, component

_CLIENT_NAMES = frozenset({"AsyncClient", "Auth", "ClassVar", "SETTINGS", "Settings", "SyncClient", "TYPE_CHECKING"})
"""What the module of the clients has: it imports the classes of the topmost resources too."""


def plan(document: Document, settings: Settings) -> ClientPlan:
    """Everything that the templates print for `document`, under the names that `settings` give. Raises NameClash."""
    scheme, name = _auth(document)
    _check_clients(document, settings)
    sent = reached(document, Direction.REQUEST)
    kin = kin_of(document)
    package = settings.package
    title = str(document.info.get("title") or package.distribution)
    return ClientPlan(
        client=package.client,
        async_client=package.async_client,
        module=package.module,
        distribution=package.distribution,
        title=Text(title),
        description=Text(package.description),
        base_url=Text(settings.client.base_url or document.server),
        base_url_env=settings.client.base_url_env,
        auth_scheme=scheme,
        auth_name=Text(name),
        key_env=settings.client.key_env,
        idempotency_header=Text(settings.client.idempotency_header) if settings.client.idempotency_header else None,
        returned=nullable_when_returned(document, kin),
        resources=_resources(document, settings, kin),
        models=tuple(each for each in document.schemas if each not in _internal(document)),
        params=tuple(f"{each}{PARAM}" for each in document.schemas if each in sent),
    )


def _internal(document: Document) -> frozenset[str]:
    """The classes that arguments are checked against: no user makes one or gets one."""
    found = (component(each.mapping.get(PARAMETERS, {})) for each in document.operations)
    return frozenset(name for name in found if name)


def _check_clients(document: Document, settings: Settings) -> None:
    for name in (settings.package.client, settings.package.async_client):
        if {name, f"{name}{PARAM}", name.removesuffix(PARAM)} & document.schemas.keys():
            raise NameClash(
                f"the client class and a schema are both called {name}",
                remedy="Give the client another name: `client` under [package] in api.toml.",
            )


def _auth(document: Document) -> tuple[str, str]:
    """How the key travels: scheme of the runtime, name of the header or query parameter."""
    required = [*document.security, *(each for op in document.operations for each in op.mapping.get("security", ()))]
    names = [name for requirement in required for name in requirement] or list(document.security_schemes)
    known = (document.security_schemes[name] for name in names if name in document.security_schemes)
    scheme: Mapping[str, str] = next(known, {})
    kind = (scheme.get("type"), scheme.get("scheme", scheme.get("in", "")).lower())
    if kind == ("http", "basic"):
        return "basic", ""
    if kind[0] == "apiKey" and kind[1] in {"header", "query"}:
        return kind[1], scheme.get("name", "")
    return ("bearer" if kind[0] in {"http", "oauth2", "openIdConnect"} else "none"), ""


@dataclass(slots=True)
class _Node:
    """A resource while the tree is made: its own operations, and the resources below it."""

    operations: list[Operation] = field(default_factory=list)
    children: dict[str, _Node] = field(default_factory=dict)


def _resources(document: Document, settings: Settings, kin: Kin) -> tuple[Resource, ...]:
    """The tree of resources, in the order in which the document names them."""
    root = _Node()
    for operation in document.operations:
        node = root
        for part in operation.call.resource:
            node = node.children.setdefault(part, _Node())
        node.operations.append(operation)
    taken = MODULE_NAMES | document.schemas.keys() | {f"{name}{PARAM}" for name in document.schemas}
    beside = set(_CLIENT_NAMES | {settings.package.client, settings.package.async_client})
    found: list[Resource] = []
    for name, node in root.children.items():
        resource = _resource((name,), node, document, settings, {*taken, *beside}, kin)
        beside |= {resource.class_name, f"Async{resource.class_name}"}
        found.append(_with_constants(resource, taken))
    return tuple(found)


def _resource(
    path: tuple[str, ...], node: _Node, document: Document, settings: Settings, taken: set[str], kin: Kin
) -> Resource:
    own = _class_name(path, taken)
    members = {each.call.method for each in node.operations} | node.children.keys()
    methods: list[Method] = []
    for operation in node.operations:
        methods.append(method(operation, document, settings, members, kin))
        members.add(methods[-1].manager_name)
    children = tuple(
        _resource((*path, name), inner, document, settings, taken, kin) for name, inner in node.children.items()
    )
    paths = dict.fromkeys(each.path for each in node.operations)
    summary = f"Calls {' and '.join(paths)}." if paths else f"What lies below `{'.'.join(path)}`."
    return Resource(path[-1], own, Text(summary), tuple(methods), children)


def _class_name(path: tuple[str, ...], taken: set[str]) -> str:
    """The last part of the path; with its parents in front where the module has that name already."""
    names = [_bounded_class(pascal(*path[start:])) for start in range(len(path) - 1, -1, -1)]
    for name in with_last_resorts((*names, f"{names[0]}Resource", f"{names[-1]}Resource"), ".".join(path)):
        family = {name, f"{name}Raw", f"Async{name}", f"Async{name}Raw"}
        if not family & taken and not keyword.iskeyword(name):
            break
    taken |= family
    return name


def _bounded_class(name: str) -> str:
    return bounded_pascal(name, LONGEST - len("AsyncResourceRaw"))


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
        _, constant = islice(with_last_resorts((each.constant,), f"{each.verb} {each.path}"), 2)
        return replace(each, constant=constant.upper())

    methods = tuple(map(distinct, resource.methods))
    children = tuple(_with_distinct(child, counted) for child in resource.children)
    return replace(resource, methods=methods, children=children)
