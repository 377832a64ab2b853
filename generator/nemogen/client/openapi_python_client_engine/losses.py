"""What openapi-python-client left out of a client, each as a finding with its location: nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nemogen.client.openapi_python_client_engine.placement import Placed, given_name
from nemogen.client.openapi_python_client_engine.respelling import shown
from nemogen.client.openapi_python_client_engine.tool import TOOL, ToolFunction, ToolOutput
from nemogen.client.openapi_python_client_engine.tool_document import GivenOperation, ToolDocument, file_of, tool_path
from nemogen.document import Document
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.openapi.document import SecurityScheme
from nemogen.text_safety import clip

_REASON: Final = 300
_OWN_STYLES: Final[Mapping[str, tuple[str, bool]]] = {"query": ("form", True), "cookie": ("form", True)}
"""How the tool sends a list or an object, by `in`: the style, and whether it is exploded."""


def find_losses(
    document: Document, placed: Sequence[Placed], given: ToolDocument, written: ToolOutput
) -> tuple[Finding, ...]:
    """`given` is the document that the tool got, `written` what it made of it.

    What costs a caller an operation, an argument or a credential is risky, all else a note.
    """
    functions = {(each.tag, each.name): each for each in written.functions}
    found: list[Finding] = []
    file = file_of(document)
    for each in placed:
        reason = written.reasons.get(f"{each.operation.method.upper()} {tool_path(each.operation.path)}", "")
        found += _of_operation(
            each, given.operations[each.module], functions.get((each.tag, each.name)), reason, file_of(document)
        )
        found += _of_styles(each)
        found += _of_servers(each, document)
    where = Location(file)
    found += (_finding("tool-schema", f"{TOOL}: {clip(text, _REASON)}", where) for text in written.problems)
    return (*found, *_of_credentials(document))


def _of_operation(
    placed: Placed, given: GivenOperation, function: ToolFunction | None, reason: str, file: str
) -> Iterator[Finding]:
    """The operation, its parameters, bodies and statuses; and a name that is not that of the tool alone."""
    where, label = Location(file, placed.operation.at), placed.label
    because = f": {clip(reason, _REASON)}" if reason else ""
    if function is None:
        yield _finding("tool-operation", f"{TOOL} drops {label}{because}", where, costly=True)
        return
    if placed.name != given_name(placed.operation):
        text = f"{label} is {placed.module}: {TOOL} alone would give it a name that is taken, or that no file can have"
        yield _finding("tool-name", text, where)
    for location, name in sorted(given.parameters - function.parameters):
        text = f"{label}: {TOOL} drops the {location} parameter {shown(name)}{because}"
        yield _finding("tool-parameter", text, where, costly=True)
    for media in sorted(given.bodies - function.bodies):
        yield _finding("tool-body", f"{label}: {TOOL} drops the body {media}{because}", where, costly=True)
    for status in sorted(given.statuses - function.statuses):
        yield _finding("tool-response", f"{label}: {TOOL} does not read the response {status}{because}", where)


def _of_styles(placed: Placed) -> Iterator[Finding]:
    """Parameters that the document wants sent in another style than the tool knows."""
    declared = placed.operation.declared
    for each in declared.parameters if declared else ():
        if each.media is not None:
            text = f"{placed.label}: {TOOL} sends {shown(each.name)} as plain text, and not as {each.media.name}"
            yield _finding("tool-style", text, each.location, costly=True)
        own = _OWN_STYLES.get(each.location_in)
        if own is not None and each.media is None and (each.style, each.explode) != own:
            style = f"{each.style}, {'exploded' if each.explode else 'not exploded'}"
            text = f"{placed.label}: {TOOL} sends {shown(each.name)} as form, exploded, and not as {style}"
            yield _finding("tool-style", text, each.location, costly=True)


def _of_servers(placed: Placed, document: Document) -> Iterator[Finding]:
    """A server of an operation or its path: the tool calls each operation at the base_url of the client."""
    operation, declared = placed.operation.declared, document.declared
    if operation and declared and operation.servers and operation.servers != declared.servers:
        server = operation.servers[0]
        text = f"{placed.label}: {TOOL} calls it at the client's base_url, and not at {shown(server.url)}"
        yield _finding("tool-server", text, server.location, costly=True)


def _of_credentials(document: Document) -> Iterator[Finding]:
    """Schemes that the client has no argument for, or that need one beside the token."""
    declared = document.declared
    if declared is None:
        return
    wanted = [*declared.security, *(need for each in declared.operations for need in each.security)]
    used = {name for each in wanted for name in each.schemes}
    for name, scheme in declared.security_schemes.items():
        advice, costly = _advice(scheme)
        if name in used and advice:
            text = f"the credential {shown(name)} ({_kind(scheme)}): {advice}"
            yield _finding("tool-credential", text, scheme.location, costly=costly)


def _advice(scheme: SecurityScheme) -> tuple[str, bool]:
    """What a caller has to do beside giving AuthenticatedClient a token; whether no argument is made for it."""
    match (scheme.kind, scheme.location_in, scheme.http_scheme):
        case ("oauth2" | "openIdConnect", _, _) | ("http", _, "bearer"):
            return "", False
        case ("http", _, "basic"):
            return 'give AuthenticatedClient prefix="Basic", and the encoded user and password as token', False
        case ("apiKey", "header", _):
            header = shown(scheme.parameter)
            return f'give AuthenticatedClient auth_header_name={header} and prefix=""', False
        case ("apiKey", "query", _):
            return f"{TOOL} does not send it: give Client httpx_args={{'params': {{...}}}}", True
        case ("apiKey", "cookie", _):
            return f"{TOOL} does not send it: give Client cookies={{...}}", True
        case _:
            return f"{TOOL} does not send it", True


def _kind(scheme: SecurityScheme) -> str:
    return " ".join(filter(None, (scheme.kind, scheme.location_in or scheme.http_scheme)))


def _finding(rule: str, message: str, where: Location, *, costly: bool = False) -> Finding:
    level = Level.RISKY if costly else Level.NOTE
    return Finding(rule, level, message, area="client", key=message, revision=where)
