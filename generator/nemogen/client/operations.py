"""The operations of a Document as openapi-python-client's parser reads them, in types of our own.

The parser drops what it does not understand and goes on; here each such thing is an error. Its objects are no stable
interface, so none of them leaves this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nemogen.document import JsonObject
from nemogen.errors import Problem, SpecError

if TYPE_CHECKING:
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.openapi import Endpoint


@dataclass(frozen=True, slots=True)
class ParsedParameter:
    """A parameter: its name on the wire, and where it goes (path, query, header, cookie)."""

    name: str
    place: str
    required: bool


@dataclass(frozen=True, slots=True)
class ParsedOperation:
    """One operation: `bodies` are media types, `statuses` the statuses that it answers with."""

    verb: str
    path: str
    parameters: tuple[ParsedParameter, ...]
    bodies: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """All operations by (verb, path), and the names of the classes that the parser sees."""

    operations: dict[tuple[str, str], ParsedOperation]
    classes: frozenset[str]


def parse(spec: JsonObject) -> Parsed:
    """The operations of `spec` (an OpenAPI 3.1 document). Raises SpecError with all that the parser does not take."""
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.errors import GeneratorError

    config = Config.from_sources(
        ConfigFile(literal_enums=True), MetaType.NONE, Path(), "utf-8", overwrite=False, output_path=None
    )
    data = GeneratorData.from_dict(dict(spec), config=config)
    if isinstance(data, GeneratorError):
        raise _refused([Problem(f"{data.header} {data.detail or ''}".strip())])
    problems = _problems(data)
    if problems:
        raise _refused(problems)
    endpoints = [_operation(each) for tag in data.endpoint_collections_by_tag.values() for each in tag.endpoints]
    found = {(each.verb, each.path): each for each in endpoints}
    lost = list(_lost(spec, found))
    if lost:
        raise _refused(lost)
    return Parsed(
        found,
        frozenset(str(model.class_info.name) for model in data.models),
    )


def _problems(data: GeneratorData) -> list[Problem]:
    errors: list[Any] = list(data.errors)
    for collection in data.endpoint_collections_by_tag.values():
        errors += collection.parse_errors
        for endpoint in collection.endpoints:
            errors += endpoint.errors
    return [Problem(" ".join(f"{error.header} {error.detail or ''}".split())) for error in errors]


def _lost(spec: JsonObject, found: Mapping[tuple[str, str], ParsedOperation]) -> Iterator[Problem]:
    """What the parser passed over without a word: operations, parameters, bodies, statuses."""
    for path, verbs in spec["paths"].items():
        for verb, operation in verbs.items():
            name = f"{verb.upper()} {path}"
            parsed = found.get((verb, path))
            if parsed is None:
                yield Problem(f"it drops the operation {name}")
                continue
            parameters = {(entry["in"], entry["name"]) for entry in operation.get("parameters", ())}
            parameters -= {(each.place, each.name) for each in parsed.parameters}
            yield from (Problem(f"it drops the {each[0]} parameter {each[1]} of {name}") for each in sorted(parameters))
            bodies = set(operation.get("requestBody", {}).get("content", {})) - set(parsed.bodies)
            yield from (Problem(f"it drops the body {media} of {name}") for media in sorted(bodies))
            statuses = operation["responses"].keys() - set(parsed.statuses)
            yield from (Problem(f"it drops the status {status} of {name}") for status in sorted(statuses))


def _refused(problems: list[Problem]) -> SpecError:
    first, *others = problems
    return SpecError(
        f"openapi-python-client does not take the document: {first.what}",
        remedy="Correct the place with an overlay action, and report it: the document should have been mended.",
        others=tuple(others),
    )


def _operation(endpoint: Endpoint) -> ParsedOperation:
    places = (
        ("path", endpoint.path_parameters),
        ("query", endpoint.query_parameters),
        ("header", endpoint.header_parameters),
        ("cookie", endpoint.cookie_parameters),
    )
    return ParsedOperation(
        endpoint.method,
        _text(endpoint.path),
        tuple(ParsedParameter(_text(each.name), place, each.required) for place, found in places for each in found),
        tuple(_text(body.content_type) for body in endpoint.bodies),
        tuple(response.status_code.pattern for response in endpoint.responses),
    )


def _text(value: Any) -> str:
    """Text of the spec, which the parser wraps against being printed; here it becomes data, and later a literal."""
    return value if isinstance(value, str) else str(value.get_untrusted_value())
