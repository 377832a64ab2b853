"""The operations of a typed document, with their schemas in canonical form and in place."""

from __future__ import annotations

import http
from collections.abc import Iterable, Mapping
from typing import Final

from nemogen import pointer
from nemogen.canonical import ANYTHING, CanonicalBody, CanonicalParameter, CanonicalResponse, CanonicalSchema
from nemogen.document import EVENT, Operation
from nemogen.errors import Location, Problem, SpecError
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.names import call_of
from nemogen.naming.canonical_schemas import SchemaWriter
from nemogen.naming.conversion import Conversion
from nemogen.naming.events import Event, events_of
from nemogen.naming.self_references import without_self_references
from nemogen.openapi.document import Document as DeclaredDocument
from nemogen.openapi.document import MediaType, Parameter, RequestBody, Response
from nemogen.openapi.document import Operation as DeclaredOperation
from nemogen.openapi.idempotency import is_idempotency_key
from nemogen.openapi.read_document import ReadDocument
from nemogen.openapi.read_parameters import PLACEHOLDER, STYLES
from nemogen.openapi.schema import SchemaNode
from nemogen.openapi.schema_views import SchemaViews

_MOST_REASONS: Final = 10

_EVENTS = "text/event-stream"


@dataclass(frozen=True, slots=True)
class Canonical:
    """A document in canonical form: schemas are inline in the operations, unless a reference leads to them.

    `given` are the pointers of operations that the overlay or the settings name; `schemas` maps the key that a
    reference has to the schema that it means.
    """

    operations: tuple[Operation, ...]
    given: frozenset[str]
    schemas: Mapping[str, CanonicalSchema]
    title: str
    servers: tuple[str, ...]
    findings: tuple[Finding, ...]


def canonical(read: ReadDocument, names: Mapping[str, str] | None = None) -> Canonical:
    """The typed document in canonical form.

    `names` maps "POST /path" to the dotted name that the settings give the operation. Raises SpecError where there is
    no operation, or where references unfold without end.
    """
    document = read.document
    if not document.operations:
        raise _without_operations(read)
    writer = _OperationWriter(Conversion(read, SchemaViews(document)))
    given = dict(names or {})
    operations = tuple(writer.write(each, each.name or given.get(each.label)) for each in document.operations)
    events = tuple(writer.write_event(each) for each in events_of(document))
    schemas = writer.reached()
    return Canonical(
        (*operations, *events),
        frozenset(
            operation.at
            for operation, declared in zip(operations, document.operations, strict=True)
            if declared.name or declared.label in given
        ),
        schemas,
        document.info.title,
        tuple(_servers(document)),
        (*read.findings, *writer.state.findings),
    )


def _without_operations(read: ReadDocument) -> SpecError:
    """What is raised for a document without operations; with what cost it them, where that is known."""
    costly = [each for each in read.findings if each.level is Level.RISKY and each.revision]
    return SpecError(
        "the document has no operation",
        where=Location(read.reading.file, "/paths"),
        remedy="Check the source in api.toml: a document with paths and methods is needed.",
        others=tuple(Problem(each.message, each.revision) for each in costly[:_MOST_REASONS]),
    )


def _servers(document: DeclaredDocument) -> Iterable[str]:
    """The addresses of the servers, their variables filled in by their defaults."""
    for server in document.servers:
        url = server.url
        for variable in server.variables:
            url = url.replace(f"{{{variable.name}}}", variable.default)
        yield url


class _OperationWriter:
    def __init__(self, state: Conversion) -> None:
        self.state = state
        self._schemas = SchemaWriter(state)
        self._used: set[str] = set()

    def reached(self) -> dict[str, CanonicalSchema]:
        """The schemas that references lead to, and those that these lead to: nothing else is kept."""
        found: dict[str, CanonicalSchema] = {}
        while self.state.ahead:
            key, node = self.state.ahead.popleft()
            found[key] = self._schemas.write(node)
        return without_self_references(found, self.state.note_at)

    def write(self, declared: DeclaredOperation, name: str | None) -> Operation:
        body = declared.body
        return Operation(
            method=declared.method,
            path=declared.path,
            parameters=tuple(self._parameter(each) for each in _in_order(declared) if each.is_sent),
            responses={each.status: self._response(each) for each in declared.responses},
            body=self._body(body) if body is not None and body.content else None,
            at=self._pointer(declared),
            call=call_of(declared.method, declared.path, name),
            summary=declared.summary.strip(),
            description=declared.description.strip(),
            deprecated=declared.deprecated,
            declared=declared,
        )

    def write_event(self, event: Event) -> Operation:
        """What the API sends, as if it were the response to an operation: it is read like one."""
        responses = {"200": CanonicalResponse("", {media.name: self._schema(media.schema) for media in event.content})}
        return Operation(
            method=EVENT,
            path=event.name,
            at=event.location.pointer,
            call=event.call,
            responses=responses,
            form=event.form,
        )

    def _pointer(self, declared: DeclaredOperation) -> str:
        """The pointer of an operation; made of its path if several paths refer to one path item."""
        at = declared.location.pointer
        if at in self._used:
            at = pointer.join("/paths", declared.path, declared.method)
        self._used.add(at)
        return at

    def _parameter(self, parameter: Parameter) -> CanonicalParameter:
        node = parameter.media.schema if parameter.media and parameter.schema is None else parameter.schema
        is_usually_exploded = parameter.style in ("form", "cookie")
        return CanonicalParameter(
            name=parameter.name,
            location_in=parameter.location_in,
            required=parameter.required and not is_idempotency_key(parameter, self.state.read.document),
            schema=self._schema(node),
            description=parameter.description.strip(),
            deprecated=parameter.deprecated,
            style=None if parameter.style == STYLES[parameter.location_in][0] else parameter.style,
            explode=None if parameter.explode == is_usually_exploded else parameter.explode,
        )

    def _body(self, body: RequestBody) -> CanonicalBody:
        return CanonicalBody(body.required, self._content(body.content))

    def _response(self, response: Response) -> CanonicalResponse:
        return CanonicalResponse(response.description or _phrase(response.status), self._content(response.content))

    def _content(self, content: Iterable[MediaType]) -> dict[str, CanonicalSchema]:
        return {each.name: self._schema(self._carried(each)) for each in content}

    def _carried(self, media: MediaType) -> SchemaNode | None:
        """The schema of a body or, of a sequential media type (OpenAPI 3.2), of an item.

        Of server-sent events `itemSchema` is that of the event: what its data is comes from there.
        """
        item = media.item_schema
        if media.schema is not None or item is None or media.name.split(";")[0].strip().lower() != _EVENTS:
            return media.schema or item
        data = self.state.views.merged(item).schema.objects.properties.get("data")
        if data is None:
            return item
        return self.state.read.document.resolve(data).strings.content_schema or data

    def _schema(self, node: SchemaNode | None) -> CanonicalSchema:
        return ANYTHING if node is None else self._schemas.write(node)


def _in_order(declared: DeclaredOperation) -> list[Parameter]:
    """The parameters of an operation: those of the path as the path has them, then the others by name."""
    order = {match.group(1): index for index, match in enumerate(PLACEHOLDER.finditer(declared.path))}

    def rank(each: Parameter) -> tuple[bool, int, str, str]:
        is_of_path = each.location_in == "path" and each.is_sent
        return not is_of_path, order[each.name] if is_of_path else 0, each.name, each.location_in

    return sorted(declared.parameters, key=rank)


def _phrase(status: str) -> str:
    """What HTTP calls the status (RFC 9110)."""
    return (
        http.HTTPStatus(int(status)).phrase if status.isdecimal() and int(status) in list(http.HTTPStatus) else status
    )
