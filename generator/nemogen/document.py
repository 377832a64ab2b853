"""The frozen types of a document and of its bytes, on their way from one phase to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from nemogen.findings import Finding
from nemogen.given_names import Names
from nemogen.json_types import Json as Json
from nemogen.json_types import JsonObject as JsonObject

if TYPE_CHECKING:
    from nemogen.openapi.document import Document as DeclaredDocument
    from nemogen.openapi.document import Operation as DeclaredOperation

EVENT = "event"
"""The `verb` of what the API sends on its own, which Document.events holds in the form of a response."""

Files: TypeAlias = Mapping[str, bytes]
"""Path (relative, with /) to content: what a package consists of, before anything is written."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes of a pin come from. `commit` is None where the host did not tell, `etag` where it sent none.

    `parts` has the SHA-256 of each file of a document of several files, by its path relative to the folder of the root;
    it is empty for a document of one file.
    """

    url: str
    repository: str | None = None
    path: str | None = None
    branch: str | None = None
    commit: str | None = None
    etag: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A source as it was read. `content` is None when the host said that nothing changed (304)."""

    content: bytes | None
    provenance: Provenance
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """How a caller reaches an operation: `client.chat.completions.create` is (("chat", "completions"), "create")."""

    resource: tuple[str, ...]
    method: str

    def __str__(self) -> str:
        return ".".join((*self.resource, self.method))


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: `mapping` is a valid Operation Object of OpenAPI 3.1, `at` its JSON Pointer in the pin.

    `declared` is the operation as the one reader has it: security, servers, styles, headers, everything but schemas
    under their final names. None only where a test made the operation by hand.
    """

    verb: str
    path: str
    at: str
    call: Call
    mapping: JsonObject
    declared: DeclaredOperation | None = field(default=None, compare=False, repr=False)
    argument_names: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
    """The names that arguments have had, by name on the wire and `in` ("body" and "request" among them)."""
    argument_values: Mapping[tuple[str, str], Json] = field(default_factory=dict, compare=False, repr=False)
    """The one value that required arguments could have had, by the same keys."""

    def successes(self) -> tuple[str, ...]:
        """The statuses of success: those that begin with 2; `default` only where no such is named."""
        statuses = tuple(self.mapping["responses"])
        named = tuple(status for status in statuses if status[0] == "2")
        return named or tuple(status for status in statuses if status == "default")


@dataclass(frozen=True, slots=True)
class Document:
    """A spec that both engines read right: every object and every union of objects is a component, finally named.

    `schemas` are the components, by name, in the order in which a reader meets them; `origins` says where in the pin
    each was first met (JSON Pointer); `findings` are the repairs. `declared` is the document as the one reader has it.
    """

    operations: tuple[Operation, ...]
    schemas: Mapping[str, JsonObject]
    origins: Mapping[str, str]
    info: JsonObject
    servers: tuple[JsonObject, ...]
    findings: tuple[Finding, ...] = ()
    declared: DeclaredDocument | None = field(default=None, compare=False, repr=False)
    names: Names = field(default_factory=Names, compare=False, repr=False)
    """The names of its classes and methods, and of the arguments that had one before."""
    events: tuple[Operation, ...] = ()
    """The webhooks and callbacks: `path` is the name, the response of 200 what is sent."""

    @property
    def server(self) -> str:
        """The address of the first server that is named in full, without a slash at its end; empty where none is."""
        urls = (str(server["url"]) for server in self.servers)
        return next((url.rstrip("/") for url in urls if url.startswith(("https://", "http://"))), "")
