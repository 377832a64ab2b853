"""The description of one operation, as plain data that the resource template prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from .keywords import Keywords
from .settings import Security

ResultT = TypeVar("ResultT")
ChunkT = TypeVar("ChunkT")

ParameterLocation: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]
BodyKind: TypeAlias = Literal["json", "multipart", "form", "text", "binary", "lines", "records"]
Framing: TypeAlias = Literal["events", "lines", "records"]
Style: TypeAlias = Literal[
    "form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"
]

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
"""Methods that may be sent twice without harm (RFC 9110, section 9.2.2)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument that does not travel in the body.

    `argument` is its Python name, `name` the API's where that differs. `style`, `explode` and `allow_reserved` are
    OpenAPI's; None takes the default of the location (OpenAPI 3.0.3, Parameter Object). `content` is the media type
    that the value is written as, where the parameter has one in place of a style.
    """

    argument: str
    location: ParameterLocation
    name: str = ""
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    content: str = ""

    @property
    def wire_name(self) -> str:
        """The name on the wire."""
        return self.name or self.argument


@dataclass(frozen=True, slots=True, kw_only=True)
class Accumulate:
    """How the chunks of a stream add up to the response that would have come without a stream.

    Each chunk holds `items` (a list whose entries carry an `index`), each item a `delta`, whose chunks add up to the
    property `becomes` of the same item of a `result`. Chunks of lists inside a delta belong together by `index` too, or
    by `identity`. `text` is the property of the delta that holds the text, `calls` the one with chunks of tool calls,
    `finished` the property of an item that is null until the item is complete. `constants` gives, for a property that
    distinguishes chunk from result, both values. Strings named in `whole` replace what came before; all other strings
    of a delta are appended. `python_names` lists the attributes of chunks that are not called as the API calls them.
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
class Part:
    """How one property of a form or a multipart body is sent (OpenAPI 3.1, Encoding Object).

    `content_type` is the first that the API takes, "" where it names none. With a `style` or `explode` the property is
    written as a query parameter would be. `headers` are those that have one value. `is_base64`: bytes are not a file.
    """

    content_type: str = ""
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    is_base64: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How an operation paginates. Paths are attribute names, from the response to the value.

    `argument` chooses the page (`in_body`: it is a property of the body, or of the object at `within` in it), `sent_as`
    a number or a text where its style usually sends the other. `next` leads to its value or, of links, to the address
    of the next page; of style last_id it begins at the last item. `more` says whether there is another page, `done`
    that there is none, `total` and `pages` how many items and pages there are. `size_argument` is how many items a page
    has at most, `size` how many where it is omitted, `most` its maximum. `first` is the number of the first page.
    `header` is the header of the response that has the cursor, "" where its body has it.
    """

    style: Literal["cursor", "last_id", "link_header", "next_link", "offset", "page"]
    items: tuple[str, ...] = ()
    argument: str = ""
    in_body: bool = False
    within: tuple[str, ...] = ()
    sent_as: Literal["", "number", "text"] = ""
    next: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    size_argument: str = ""
    size: int | None = None
    most: int | None = None
    first: int = 1
    header: str = ""


class ResponseType(NamedTuple):
    """The name of a type; whether the API declares it for the status, and for a range of media types only."""

    name: str
    is_declared: bool
    is_range: bool = False


def _essence(media: str) -> str:
    return media.partition(";")[0].strip().lower()


def _ranges(content_type: str) -> tuple[str, ...]:
    """The media types that stand for a content type, the closest first: itself, JSON for `+json`, ranges."""
    suffixed = ("application/json",) if content_type.endswith("+json") else ()
    return (content_type, *suffixed, f"{content_type.partition('/')[0]}/*", "*/*", "*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[ResultT]):
    """One method of the client.

    Type names are those of `<package>.models`, or `list[NAME]`, `str` (text), `bytes` (binary), `headers` (of
    HEAD), `Any` or `None` (no body). `responses` maps a status, `2XX` or `default` to one, or to such names by
    media type (a range such as `*/*` included) where the content type of a response decides; `errors` does the same
    for statuses of errors. `request` names the model that the body is checked against, `bare_body` the one whose
    field `body` says what a body without a model is, `arguments` the model that the parameters are checked against
    (one field each); None leaves that out. `nullable` lists the properties for which None may be sent,
    `python_names` the arguments whose Python name is not the API's, `files` the parts of a multipart body that are
    files, `parts` how those of a form are sent. `body_required` is False if a call without any argument for the
    body sends none. `headers` is the class of the headers that the API declares. `idempotency_header` is the header
    that the operation takes an idempotency key in, where it names one. `deprecated` says of arguments that they
    are, by their Python names. `security` is what it asks for; None: what operations of the API ask for that do not
    say. `paging` is how its results come in pages, None if they do not. `keywords` are the arguments of its methods
    where these are declared once, None if each signature has them.
    """

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    arguments: str | None = None
    body_kind: BodyKind = "json"
    body_type: str = ""
    request: str | None = None
    bare_body: str | None = None
    nullable: tuple[str, ...] = ()
    python_names: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    parts: Mapping[str, Part] = field(default_factory=dict)
    body_required: bool = True
    responses: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    errors: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    headers: Callable[[Mapping[str, str]], Any] | None = None
    accept: str = "application/json"
    base_url: str | None = None
    idempotency_header: str | None = None
    deprecated: Mapping[str, str] = field(default_factory=dict)
    security: Security | None = None
    paging: Paging | None = None
    keywords: Keywords | None = None

    def response_type(self, status: int, content_type: str = "") -> ResponseType:
        """The type of a response with this 2xx status and content type (without parameters); "Any" where the API
        names none."""
        names = self.responses
        exact = names.get(str(status))
        if isinstance(exact, str):
            return ResponseType(exact, is_declared=True)
        key = next((key for key in (str(status), "2XX", "default") if key in names), None)
        found = names[key] if key else next(iter(names.values()), "Any")
        if isinstance(found, str):
            return ResponseType(found, is_declared=key is not None)
        media = next((each for each in _ranges(content_type) if each in found), None)
        if media is None:
            media = next((each for each in found if _essence(each) in _ranges(content_type)), next(iter(found)))
        return ResponseType(found[media], is_declared=key is not None, is_range="*" in media)

    def error_type(self, status: int, content_type: str) -> str | None:
        """The type of the JSON body of an error with this status; None if the spec declares none."""
        key = next((key for key in (str(status), f"{status // 100}XX", "default") if key in self.errors), None)
        found = self.errors[key] if key else None
        if found is None or isinstance(found, str):
            return found
        return next((found[each] for each in _ranges(content_type) if each in found), next(iter(found.values())))

    @property
    def binary_accept(self) -> str:
        """The media types to ask for where bytes are wanted, of a method that gives other things too."""
        named = [names for names in self.responses.values() if not isinstance(names, str)]
        found = [media for names in named for media, name in names.items() if name == "bytes"]
        return ", ".join(dict.fromkeys(found)) or self.accept

    def python_name(self, wire_name: str) -> str:
        """Name of the argument that is sent under `wire_name`."""
        return self.python_names.get(wire_name, wire_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamOperation(Operation[ResultT], Generic[ResultT, ChunkT]):
    """A method whose response can be a stream of events, each a `chunk` (`str`: its data is text).

    `framing` says how chunks are separated in a body of `stream_type`: events, lines, or records after a separator.
    `stream_property` is the property of the body that asks for it (None if the response always is a stream),
    `end_marker` the data of the event that ends it (None if the API sends none).
    """

    chunk: str = "Any"
    framing: Framing = "events"
    stream_type: str = "text/event-stream"
    stream_property: str | None = None
    end_marker: str | None = None
    accumulate: Accumulate | None = None
