"""The entry: a document of OpenAPI 2.0 to 3.2 as the frozen model.

`read_document` takes the bytes of a file, `read_value` a value that was parsed and corrected (by an overlay). Both give
a `ReadDocument`: the `Document`, and the state of reading it. Schemas are read when they are asked for, so the findings
are those found so far; `read_reachable` reads the rest, and what the ledger says holds after it.

Raised is only `SpecError`, where nothing sensible is left: text that is neither JSON nor YAML, something other than
OpenAPI, no `paths` where they are required. All else is a finding.
"""

from __future__ import annotations

from dataclasses import replace

from nemogen.errors import Problem, SpecError
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.openapi import upgrade
from nemogen.openapi.document import Document
from nemogen.openapi.families import find_families
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_info import read_components, read_info, read_tags
from nemogen.openapi.read_operation_parts import OpenApiParts
from nemogen.openapi.read_operations import InEffect, OperationReader
from nemogen.openapi.read_parameters import ParameterReader
from nemogen.openapi.read_parts import extensions, follow_part, read_text
from nemogen.openapi.read_responses import BodyReader, ResponseReader
from nemogen.openapi.read_security import read_requirements, read_schemes
from nemogen.openapi.read_servers import read_servers
from nemogen.openapi.read_version import read_version
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import LoadFile, References
from nemogen.openapi.schema_resources import SchemaResources
from nemogen.openapi.schema_store import SchemaStore, reachable_schemas
from nemogen.openapi.text import parse_text
from nemogen.openapi.text_positions import locate


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document and the state of reading it."""

    document: Document
    reading: References

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was repaired or could not be read, so far."""
        return tuple(self.reading.findings)

    def read_reachable(self) -> None:
        """Read every schema that the document's operations and webhooks lead to."""
        for _ in reachable_schemas(self.document):
            pass


def read_document(content: bytes, file: str, load_file: LoadFile | None = None) -> ReadDocument:
    """Read a document from the bytes of its root file.

    `file` is its name in locations, and its suffix decides between YAML and JSON; `load_file` gives other files (see
    `references.LoadFile`): without it, references to them are reported and lead nowhere. Raises SpecError, with line
    and column.
    """
    parsed = parse_text(content, file)
    try:
        read = read_value(parsed.value, file, load_file)
    except SpecError as error:
        raise SpecError.of([_with_line(problem, content, file) for problem in error.problems]) from None
    read.reading.findings[:0] = parsed.findings
    return read


def read_value(
    value: JsonValue, file: str, load_file: LoadFile | None = None, *, has_ledger: bool = True
) -> ReadDocument:
    """Read a document from its parsed value, as `read_document` does. Raises SpecError, with a pointer.

    Without `has_ledger` it is not recorded what was read; large documents have millions of objects.
    """
    version, root = read_version(value, file)
    is_old = version.startswith(("2.", "3.0"))
    reading = References(
        root, file, load_file, ignores_siblings=is_old, is_schema_2020=not is_old, has_ledger=has_ledger
    )
    read = upgrade.read_swagger if version.startswith("2.") else _read_document
    return ReadDocument(read(version, reading), reading)


def _with_line(problem: Problem, content: bytes, file: str) -> Problem:
    where = problem.where
    if where is None or where.file != file or where.line is not None:
        return problem
    position = locate(content, [where.pointer])[where.pointer]
    return replace(problem, where=replace(where, line=position.line, column=position.column))


def _read_document(version: str, reading: References) -> Document:
    root = reading.node()
    reading.visit(root, "document")
    components = root.child("components")
    if components.value is not None:
        components = follow_part(components, "components", reading) or RawNode(None, "", components.pointer)
    schemes = read_schemes(components.child("securitySchemes"), reading)
    security = root.child("security")
    in_effect = InEffect(
        read_servers(root.child("servers"), reading), read_requirements(security, schemes, reading), security
    )
    responses = ResponseReader(reading, wants_description=not version.startswith("3.2"))
    parts = OpenApiParts(reading, ParameterReader(reading), BodyReader(reading), responses)
    operations = OperationReader(reading, parts, schemes, in_effect)
    schemas = read_components(components.child("schemas"), reading)
    return Document(
        version=version,
        info=read_info(root.child("info"), reading),
        operations=tuple(operations.read_paths(root.child("paths"))),
        webhooks=tuple(operations.read_webhooks(root.child("webhooks"))),
        servers=in_effect.servers,
        tags=tuple(read_tags(root.child("tags"), reading)),
        security=in_effect.security,
        security_schemes=schemes,
        extensions=extensions(root),
        dialect=read_text(root, "jsonSchemaDialect", reading),
        self_uri=read_text(root, "$self", reading),
        resolve_target=SchemaStore(reading).resolve,
        resources=SchemaResources(reading),
        component_schemas=schemas,
        families=find_families(schemas, reading),
    )
