"""What a document promises: its operations with everything in effect for them, read once, references followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nemogen.contract_form.places import Spot
from nemogen.document import Json

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
DEFAULT_STYLE = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that OpenAPI says to ignore: other parts of the document describe them."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter, or a response header (`where` is "header" then). `schema` is that of its content, if it has one."""

    name: str
    where: str
    spot: Spot
    required: bool
    style: str
    explode: bool
    reserved: bool
    schema: Spot | None
    media: str = ""
    is_shared: bool = False
    """Whether it stands at the path, for all its methods."""


@dataclass(frozen=True, slots=True)
class Media:
    """One media type of a body."""

    name: str
    spot: Spot
    schema: Spot | None
    encoding: Json = None


@dataclass(frozen=True, slots=True)
class Body:
    """A request body."""

    spot: Spot
    required: bool
    media: Mapping[str, Media]


@dataclass(frozen=True, slots=True)
class Response:
    """The answer of one status; `headers` by lower-case name."""

    status: str
    spot: Spot
    media: Mapping[str, Media]
    headers: Mapping[str, Parameter]
    links: Mapping[str, Spot]


@dataclass(frozen=True, slots=True)
class Server:
    """One server in effect: `url` in one spelling, `variables` by name."""

    url: str
    spot: Spot
    variables: Mapping[str, Spot]


@dataclass(frozen=True, slots=True)
class Security:
    """The alternatives of credentials in effect: each maps a scheme to its scopes. None of them: no credential."""

    spot: Spot
    alternatives: tuple[Mapping[str, frozenset[str]], ...]
    is_global: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation. `path` is as written; `callbacks` are by (name, expression, method)."""

    method: str
    path: str
    spot: Spot
    parameters: Mapping[tuple[str, str], Parameter]
    body: Body | None
    responses: Mapping[str, Response]
    security: Security
    servers: tuple[Server, ...]
    callbacks: Mapping[tuple[str, str, str], Operation]
    kind: str = ""
    shared_prose: Mapping[str, Json] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What a person calls it: "POST /v1/x"."""
        return f"{self.kind}{self.method.upper()} {self.path}"

    def schemas(self) -> Iterator[tuple[str, Spot]]:
        """Every schema that it uses, each with a name that does not depend on where it stands."""
        for key, parameter in self.parameters.items():
            if parameter.schema:
                yield f"parameter {key}", parameter.schema
        yield from _of_media("request", self.body.media if self.body else {})
        for status, response in self.responses.items():
            yield from _of_media(f"response {status}", response.media)
            for name, header in response.headers.items():
                if header.schema:
                    yield f"response {status} header {name}", header.schema
        for key3, operation in self.callbacks.items():
            for name, spot in operation.schemas():
                yield f"callback {key3} {name}", spot


def _of_media(name: str, media: Mapping[str, Media]) -> Iterator[tuple[str, Spot]]:
    for item in media.values():
        if item.schema:
            yield f"{name} {item.name}", item.schema
