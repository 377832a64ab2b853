"""What the templates of a client print: names, types and texts, all decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from nemogen.client.authentication import Authentication
from nemogen.client.environment import Text
from nemogen.client.method_plan import Method
from nemogen.client.servers import ServerPlan
from nemogen.client.webhooks import WebhooksPlan
from nemogen.custom_code import Mixin
from nemogen.light_dataclasses import dataclass
from nemogen.reserved_names import portable_name


@dataclass(frozen=True, slots=True)
class OldMethod:
    """The old name of a method, which calls it; `note` is the warning for callers."""

    name: str
    method: Method
    note: Text


@dataclass(frozen=True, slots=True)
class OldAttribute:
    """The old name of a resource: the attribute that it was, the way to it now from the same owner, and its class."""

    name: str
    way: str
    class_name: str
    module: str
    note: Text


@dataclass(frozen=True, slots=True)
class OldClass:
    """The old name of a class in one of the modules of types."""

    name: str
    new: str
    note: Text


@dataclass(frozen=True, slots=True)
class Resource:
    """A class of methods and the resources below it."""

    attribute: str
    class_name: str
    summary: Text
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]
    old_methods: tuple[OldMethod, ...] = ()
    old_attributes: tuple[OldAttribute, ...] = ()

    @property
    def downloads(self) -> tuple[Method, ...]:
        """The methods whose bytes can be read as they arrive."""
        return tuple(each for each in self.methods if each.is_download)

    @property
    def module(self) -> str:
        """The name of the module under resources/ that a topmost resource has."""
        return portable_name(self.attribute)

    def family(self) -> tuple[Resource, ...]:
        """The resource and all below it, in reading order."""
        return (self, *(each for child in self.children for each in child.family()))


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """One package: its resources in the order of the document, its classes, and what its client needs to know."""

    client: str
    async_client: str
    module: str
    distribution: str
    title: Text
    description: Text
    base_url: Text
    base_url_env: str
    server: ServerPlan
    authentication: Authentication
    idempotency_header: Text | None
    returned: dict[str, tuple[str, ...]]
    text_formats: tuple[str, ...]
    resources: tuple[Resource, ...]
    models: tuple[str, ...]
    params: tuple[str, ...]
    webhooks: WebhooksPlan | None = None
    mixins: Mapping[str, Mixin] = field(default_factory=dict)
    """The classes of the project that are bases of generated ones, by the name of the latter."""
    old_models: tuple[OldClass, ...] = ()
    old_params: tuple[OldClass, ...] = ()
    old_internal: tuple[OldClass, ...] = ()
    """Those of models.py that the package itself does not export."""
    old_attributes: tuple[OldAttribute, ...] = ()

    def mixins_of(self, names: Iterable[str]) -> tuple[Mixin, ...]:
        """The mixins of these classes."""
        return tuple(self.mixins[name] for name in names if name in self.mixins)

    def resource_modules(self) -> tuple[str, ...]:
        """The modules under resources/ whose classes the clients lead to."""
        return tuple(sorted({each.module for each in self.resources} | {each.module for each in self.old_attributes}))

    @property
    def has_own_constructor(self) -> bool:
        """Whether the clients name arguments of their own: credentials, or the variables of a server."""
        return self.authentication.is_named or bool(self.server.variables)

    @property
    def takes_idempotency_keys(self) -> bool:
        """Whether an operation names a header for an idempotency key."""
        return any(method.idempotency_header for _, method in self.methods())

    def methods(self) -> tuple[tuple[Resource, Method], ...]:
        """Every method with its resource, in reading order."""
        return tuple(
            (resource, method) for top in self.resources for resource in top.family() for method in resource.methods
        )
