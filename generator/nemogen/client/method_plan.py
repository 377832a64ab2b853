"""What the templates print of one method: its names, types and texts, all decided here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from nemogen.client.authentication import Alternatives
from nemogen.client.body_parts import PartPlan
from nemogen.client.environment import Text
from nemogen.client.formats import in_python
from nemogen.client.response_headers import HeadersPlan
from nemogen.client.response_types import ResponseTypes, names_in
from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a method. `default` is code; empty if the caller has to give it. `api_name` is on the wire.

    `deprecation` is the text of the warning when a call passes it; empty if it is not deprecated, or required.
    """

    name: str
    api_name: Text
    annotation: str
    default: str
    doc: Text
    deprecation: Text = field(default=Text(""))  # frozen

    @property
    def entry(self) -> Text:
        """The argument's line in a docstring."""
        return Text(f"{self.name}: {self.doc.value}")

    @property
    def shown_annotation(self) -> str:
        """The type as documentation shows it."""
        return in_python(self.annotation)

    @property
    def signature(self) -> str:
        """The argument as the method's signature has it."""
        return f"{self.name}: {self.annotation} = {self.default}" if self.default else f"{self.name}: {self.annotation}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument that is not sent in the body: how it is printed into the operation's constant."""

    argument: str
    location_in: str
    api_name: Text
    style: str | None
    explode: bool | None
    allow_reserved: bool
    content: Text


@dataclass(frozen=True, slots=True)
class Accumulation:
    """How chunks add up to the complete response (fields as in the runtime's `Accumulate`)."""

    result: str
    items: str
    delta: str
    becomes: str
    index: str | None
    identity: str | None
    text: str | None
    calls: str | None
    finished: str | None
    constants: dict[str, tuple[str, str]]
    whole: tuple[str, ...]
    python_names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Streaming:
    """How an operation streams: the class of a chunk, how chunks are distinguished in which media type, the property of
    the body that asks for it, the end marker."""

    chunk: str
    framing: str
    media: Text
    stream_property: str | None
    end_marker: Text | None
    accumulation: Accumulation | None


@dataclass(frozen=True, slots=True)
class PagingPlan:
    """The method beside another that gives the items of all pages: its name, the annotation of an item, and the fields
    of the runtime's `Paging`."""

    name: str
    item: str
    fields: Mapping[str, object]


_FIRST_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z`]).*", re.DOTALL)
"""What follows the first sentence of a text."""

_EXTRA_ARGUMENTS = (
    ("extra_headers", "Headers to send besides, or in place of, the client's."),
    ("extra_query", "Query parameters to send besides."),
    ("extra_body", "Properties to send besides, or in place of, the arguments."),
    ("timeout", "Seconds, or a Timeout, for this call alone."),
)


def _when(statuses: list[str]) -> str:
    """When an error has a class, by its statuses in the spec: "where the status is 400, 404 or 5XX"."""
    *others, last = [each for each in statuses if each != "default"] or [""]
    if "default" in statuses:
        return "unless the status has another class"
    return f"where the status is {', '.join(others)}{' or ' if others else ''}{last}"


@dataclass(frozen=True, slots=True)
class Method:
    """One method of a resource, sync and async alike.

    `body_whole`: the one argument for the body is sent as it is; `manager_name`: the method beside it that gives the
    stream as a context manager, empty if there is none. `hides_list`: the class has a member called list.
    `accepts` are the credentials that it asks for, `security` the same where the client's default is another.
    """

    name: str
    constant: str
    call: str
    http_method: str
    path: Text
    summary: Text
    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    parameters: tuple[Parameter, ...]
    arguments_model: str | None
    body: tuple[Argument, ...]
    body_whole: bool
    body_kind: str | None
    body_type: Text
    request: str | None
    bare_body: str | None
    nullable: tuple[Text, ...]
    python_names: dict[str, str]
    files: tuple[Text, ...]
    parts: Mapping[str, PartPlan]
    body_required: bool
    base_url: str | None
    responses: ResponseTypes
    returns: str
    accept: Text
    streaming: Streaming | None
    manager_name: str
    hides_list: bool
    imports: frozenset[tuple[str, str]]
    security: Alternatives | None = None
    accepts: Alternatives | None = None
    paging: PagingPlan | None = None
    errors: ResponseTypes = field(default_factory=dict)
    headers: HeadersPlan | None = None
    idempotency_header: Text | None = None
    """The header parameter that the runtime makes a key for, where a caller gives none."""
    deprecation: Text | None = None
    """The text of the warning for a deprecated method."""
    keywords_class: str = ""
    """The TypedDict that declares the arguments once; empty if each signature has them."""

    @property
    def is_documented(self) -> bool:
        """Whether the spec says more of the operation than its method and path."""
        return self.summary.value != self.label

    @property
    def label(self) -> str:
        """The operation as a person calls it: "POST /v1/x"."""
        return f"{self.http_method} {self.path.value}"

    @property
    def is_download(self) -> bool:
        """Whether it may give bytes, which can be read as they arrive."""
        return not self.streaming and "bytes" in names_in(self.responses)

    @property
    def stream_argument(self) -> str:
        """The argument that asks for events; empty if the operation has none."""
        asked = self.streaming.stream_property if self.streaming else None
        return next((each.name for each in self.body if each.api_name.value == asked), "") if asked else ""

    def error_classes(self) -> tuple[tuple[str, str], ...]:
        """The classes of `error.problem`, each with its statuses, as a part of a sentence."""
        found: dict[str, list[str]] = {}
        for status, types in self.errors.items():
            for name in dict.fromkeys(names_in({status: types})):
                found.setdefault(name, []).append(status)
        return tuple((name, _when(statuses)) for name, statuses in found.items() if name != "Any")

    @property
    def problem_entry(self) -> str:
        """The entry of a docstring that says which class `error.problem` has; empty where the spec declares none."""
        types = [f"`{name}`{f' {when}' if when else ''}" for name, when in self.error_classes()]
        *others, last = types or [""]
        said = f"{', '.join(others)}, and {last}" if others else last
        return f"APIStatusError: Its `problem` has the type {said}." if types else ""

    @property
    def takes_more(self) -> bool:
        """Whether properties can be sent that no argument stands for."""
        return bool(self.body) and not self.body_whole

    @property
    def runtime_call(self) -> str:
        """The runtime's method that does the call."""
        if self.streaming:
            return "call_or_stream" if self.stream_argument else "open_stream"
        return "call"

    def annotation(self, name: str) -> str:
        """The name of a type as annotations inside the class need it."""
        return re.sub(r"\blist\[", "builtins.list[", name) if self.hides_list else name

    def documented(self) -> tuple[Argument, ...]:
        """The arguments as a docstring lists them: those of which there is something to say, and all of them where the
        signature does not name them."""
        extra = tuple(
            Argument(name, Text(name), "", "", Text(doc))
            for name, doc in _EXTRA_ARGUMENTS
            if self.takes_more or name != "extra_body"
        )
        found = (*self.positional, *self.keywords, *extra)
        return tuple(each for each in found if each.doc.value or (self.keywords_class and each in self.keywords))

    def entry(self, argument: Argument, is_brief: bool) -> Text:
        """The argument's line in a docstring; with one sentence beside a method that says all of it."""
        said = argument.doc.value or f"`{argument.shown_annotation.removesuffix(' | Omit')}`"
        return Text(f"{argument.name}: {_FIRST_SENTENCE.sub('', said) if is_brief else said}")

    def arguments_code(self) -> str:
        """The parameters as a dict display: Python name to value."""
        return "{" + ", ".join(f"{each.argument!r}: {each.argument}" for each in self.parameters) + "}"

    def declared_keywords(self) -> tuple[Argument, ...]:
        """The arguments of the TypedDict: all that are given by name but the one that asks for events."""
        return tuple(each for each in self.keywords if each.name != self.stream_argument)

    def positional_code(self) -> str:
        """The positional arguments as a dict display: name to value."""
        return "{" + ", ".join(f"{each.name!r}: {each.name}" for each in self.positional) + "}"

    def body_code(self) -> str:
        """The body as a dict display: name on the wire to value. The runtime adds the property that asks for events."""
        if self.body_whole:
            return self.body[0].name
        sent = [each for each in self.body if each.name != self.stream_argument]
        return "{" + ", ".join(f"{each.api_name.value!r}: {each.name}" for each in sent) + "}"
