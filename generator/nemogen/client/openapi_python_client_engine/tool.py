"""Runs openapi-python-client: its parser and its Jinja templates, in a folder of their own. Nothing is fetched.

Its objects are not a stable interface, so none of them leaves this module.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import keyword
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from nemogen.characters import has_unassigned
from nemogen.client.environment import refusing
from nemogen.document import Json, JsonObject
from nemogen.errors import SpecError
from nemogen.light_dataclasses import dataclass
from nemogen.reserved_names import is_reserved
from nemogen.temporary_folders import temporary_folder
from nemogen.text_safety import UNPRINTABLE

if TYPE_CHECKING:
    from openapi_python_client.config import ClassOverride, Config
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.openapi import Endpoint

    Overrides: TypeAlias = dict[str, ClassOverride]

TOOL: Final = "openapi-python-client"
"""The distribution, the value of `engine` in api.toml, and the folder of a project's own templates for it."""

_IDENTIFIER: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
"""In ASCII alone: whether other letters are in an identifier depends on the version of Python."""
_OBJECT: Final = re.compile(r"<openapi_python_client\.[\w.]+ object at 0x[0-9a-f]+>")
_BYTES: Final = "application/octet-stream"
_FIELD_PREFIX: Final = "field_"


@dataclass(frozen=True, slots=True)
class ToolFunction:
    """One operation as the tool writes it: the module `api.<tag>.<name>`. All else is named as in the document.

    `parameters` holds (in, name on the wire), `bodies` media types, `statuses` those that it reads.
    """

    tag: str
    name: str
    parameters: frozenset[tuple[str, str]]
    bodies: frozenset[str]
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class ToolOutput:
    """What the tool wrote: source by path below the package, its functions, and what it says that it left out.

    `problems` are texts; those of an operation are in `reasons`, by "METHOD path".
    """

    modules: dict[str, str]
    functions: tuple[ToolFunction, ...]
    problems: tuple[str, ...]
    reasons: dict[str, str]


def identifier(text: str, prefix: str = _FIELD_PREFIX) -> str:
    """The Python identifier that the tool makes of a tag (with the prefix "tag") or of an operationId."""
    from openapi_python_client.strings import PythonIdentifier

    return str(PythonIdentifier(text, prefix))


def class_identifier(*texts: str) -> str:
    """The name of the class that it makes of these: of an owner and its property, for one."""
    from openapi_python_client.strings import ClassName, pascal_case

    return str(ClassName("".join(map(pascal_case, texts)), _FIELD_PREFIX))


def raw_identifier(text: str) -> str:
    """The identifier that it uses for a parameter or property if two have the same name in snake case."""
    from openapi_python_client.strings import PythonIdentifier

    return str(PythonIdentifier(text, _FIELD_PREFIX, skip_snake_case=True))


def keeps_text(text: str) -> bool:
    """Whether the tool's code has each character as it is, in every Python: its escaping drops those that nobody sees,
    and its names keep some of them."""
    from openapi_python_client.strings import in_double_quote_literal

    if has_unassigned(text) or UNPRINTABLE.search(text):
        return False
    return bool(json.loads(f'"{in_double_quote_literal(text)}"', strict=False) == text)


def takes_enum(values: Sequence[Json]) -> bool:
    """Whether the tool can make a class of these values, in which each of them has a member of its own."""
    from openapi_python_client.parser.properties import Class, EnumProperty

    given: list[Any] = [value for value in values if value is not None]
    kinds = {type(value) for value in given}
    if kinds not in ({str}, {int}) or (str in kinds and not all(map(keeps_text, given))):
        return False
    try:
        made = EnumProperty.values_from_list(given, Class("A", "a"), [])  # type: ignore[arg-type]
    except ValueError:
        return False
    return len(made) == len(given) and all(_IDENTIFIER.fullmatch(key) and not keyword.iskeyword(key) for key in made)


def write_modules(
    spec: JsonObject, package: str, templates: Path | None, as_bytes: frozenset[str] = frozenset()
) -> ToolOutput:
    """The modules for `spec` (an OpenAPI 3.1 document); `templates` go before the tool's own, as its users know it.
    Bodies of the media types `as_bytes` are sent and read as bytes.

    Raises SpecError for a document that it does not take at all, TemplateError for a template that does not render.
    """
    bytewise = dict.fromkeys(as_bytes, _BYTES)
    data = _parse(spec, package, bytewise)
    with temporary_folder() as folder:
        target = folder / package
        with refusing(TOOL):
            _render(data, package, target, templates)
        modules = dict(sorted(_read(target)))
    found = tuple(_function(each) for tag in data.endpoint_collections_by_tag.values() for each in tag.endpoints)
    return ToolOutput(modules, found, tuple(map(_message, data.errors)), dict(_reasons(data)))


def _config(package: str, target: Path, overrides: Overrides, media_types: dict[str, str]) -> Config:
    """What the tool does without a configuration of its own, except for hooks: it starts no program."""
    from openapi_python_client.config import Config, ConfigFile, MetaType

    file = ConfigFile(post_hooks=[], package_name_override=package, project_name_override=package)
    file.class_overrides = overrides
    file.content_type_overrides = media_types
    return Config.from_sources(file, MetaType.NONE, Path(), "utf-8", overwrite=False, output_path=target)


def _parse(spec: JsonObject, package: str, media_types: dict[str, str]) -> GeneratorData:
    """The document as its parser has it. Parsed twice where two classes want one file."""
    from openapi_python_client.config import ClassOverride

    data = _parsed(spec, _config(package, Path(), {}, media_types))
    clashing = _module_names(data)
    if not clashing:
        return data
    overrides = {name: ClassOverride(module_name=module) for name, module in clashing.items()}
    return _parsed(spec, _config(package, Path(), overrides, media_types))


def _parsed(spec: JsonObject, config: Config) -> GeneratorData:
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.errors import GeneratorError

    try:
        data = GeneratorData.from_dict(dict(spec), config=config)
    except RecursionError as error:
        raise SpecError(f"{TOOL} does not take the document: it goes too deep", remedy=_REMEDY) from error
    if isinstance(data, GeneratorError):
        raise SpecError(f"{TOOL} does not take the document: {_message(data)}", remedy=_REMEDY)
    return data


def _module_names(data: GeneratorData) -> dict[str, str]:
    """Another module for each class whose own is that of another class, or a name that Windows keeps."""
    classes = [each.class_info for each in (*data.models, *data.enums)]
    wanted = Counter(str(each.module_name) for each in classes)
    found: dict[str, str] = {}
    taken = set(wanted)
    seen: set[str] = set()
    for each in sorted(classes, key=lambda each: str(each.name)):
        module = str(each.module_name)
        if module in seen or is_reserved(module):
            number = 2
            while f"{module}_{number}" in taken:
                number += 1
            found[str(each.name)] = f"{module}_{number}"
            taken.add(f"{module}_{number}")
        seen.add(module)
    return found


def _render(data: GeneratorData, package: str, target: Path, templates: Path | None) -> None:
    from openapi_python_client import Project

    project = Project(openapi=data, config=_config(package, target, {}, {}), custom_template_path=templates)
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints where it writes
            project.build()
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        raise SpecError(f"{TOOL} makes a file name that is too long", remedy=_REMEDY) from error


def _read(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def _function(endpoint: Endpoint) -> ToolFunction:
    locations = (
        ("path", endpoint.path_parameters),
        ("query", endpoint.query_parameters),
        ("header", endpoint.header_parameters),
        ("cookie", endpoint.cookie_parameters),
    )
    return ToolFunction(
        str(endpoint.tags[0]),
        identifier(endpoint.name),
        frozenset((location, _text(each.name)) for location, found in locations for each in found),
        frozenset(_text(body.content_type) for body in endpoint.bodies),
        frozenset(response.status_code.pattern for response in endpoint.responses),
    )


def _reasons(data: GeneratorData) -> Iterator[tuple[str, str]]:
    """Why an operation, or a part of it, was left out: the tool says which only in the heading of its message."""
    for collection in data.endpoint_collections_by_tag.values():
        for error in collection.parse_errors:
            operation = error.header.removeprefix("WARNING parsing ").partition(" within ")[0]
            yield operation, _clean(error.detail or error.header)


def _message(error: Any) -> str:
    return _clean(f"{error.header} {error.detail or ''}")


def _clean(message: str) -> str:
    """The message in one line, without the addresses of objects that it prints instead of names."""
    return " ".join(_OBJECT.sub("…", message).split())


def _text(value: Any) -> str:
    """Text of the spec, which the parser wraps so that it is not printed into code; here it is data."""
    return value if isinstance(value, str) else str(value.get_untrusted_value())


_REMEDY: Final = "Correct the location with an overlay action, or take the default engine: leave `engine` out."
