"""What a client knows of one operation: plain data, printed by the template of a resource."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeAlias, TypeVar

from .settings import Security

ResultT = TypeVar("ResultT")
ChunkT = TypeVar("ChunkT")

Place: TypeAlias = Literal["path", "query", "header", "cookie"]
BodyKind: TypeAlias = Literal["json", "multipart", "form", "binary"]
Style: TypeAlias = Literal["form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject"]

IDEMPOTENT_VERBS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
"""Verbs that may be sent twice without harm (RFC 9110, section 9.2.2)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument that does not travel in the body.

    `argument` is its Python name, `name` the API's where that differs. `style` and `explode` are OpenAPI's; None takes
    the default of the place (OpenAPI 3.0.3, Parameter Object).
    """

    argument: str
    place: Place
    name: str = ""
    style: Style | None = None
    explode: bool | None = None

    @property
    def wire_name(self) -> str:
        """The name that is sent."""
        return self.name or self.argument


@dataclass(frozen=True, slots=True, kw_only=True)
class Accumulate:
    """How the chunks of a stream add up to the answer that would have come without a stream.

    Each chunk holds `items` (a list whose entries carry an `index`), each item a `delta`, whose pieces add up to the
    property `becomes` of the same item of a `result`. Pieces of lists inside a delta belong together by `index` too, or
    by `identity`. `text` is the property of the delta that holds the text, `calls` the one with pieces of tool calls,
    `finished` the property of an item that is null until the item is complete. `constants` gives, for a property that
    tells chunk from result, both values. Strings named in `whole` replace what came before; all other strings of a
    delta are appended. `python_names` lists the attributes of chunks that are not called as the API calls them.
    """

    result: str
    items: str
    delta: str
    becomes: str
    index: str | None = None
    identity: str | None = None
    text: str | None = None
    calls: str | None = None
    finished: str | None = None
    constants: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()
    python_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[ResultT]):
    """One method of the client.

    Type names are those of `<package>.models`, or `list[NAME]`, `str` (text), `bytes` (binary), `Any` or `None` (no
    body). `responses` maps a status, `2XX` or `default` to one. `request` names the model that the body is checked
    against, `arguments` the model that the parameters are checked against (one field each); None leaves that out.
    `nullable` lists the properties for which None may be sent, `python_names` the arguments whose Python name is not
    the API's, `files` the parts of a multipart body that are files. `security` is what it asks for; None: what
    operations of the API ask for that do not say.
    """

    name: str
    verb: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    arguments: str | None = None
    body_kind: BodyKind = "json"
    body_type: str = ""
    request: str | None = None
    nullable: tuple[str, ...] = ()
    python_names: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    responses: Mapping[str, str] = field(default_factory=dict)
    accept: str = "application/json"
    base_url: str | None = None
    security: Security | None = None

    def response_type(self, status: int) -> str:
        """Name of the type of an answer with this 2xx status; "Any" where the API names none."""
        names = self.responses
        for key in (str(status), "2XX", "default"):
            if key in names:
                return names[key]
        return next(iter(names.values()), "Any")

    def python_name(self, wire_name: str) -> str:
        """Name of the argument that is sent under `wire_name`."""
        return self.python_names.get(wire_name, wire_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamOperation(Operation[ResultT], Generic[ResultT, ChunkT]):
    """A method whose answer can come as a stream of events, each a `chunk`.

    `stream_property` is the property of the body that asks for it (None where the answer always is a stream),
    `end_marker` the data of the event that ends it (None where the API sends none).
    """

    chunk: str = "Any"
    stream_property: str | None = None
    end_marker: str | None = None
    accumulate: Accumulate | None = None
