"""models.py of a package, by datamodel-code-generator through our templates."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from nemogen.canonical import CanonicalSchema, admits_null
from nemogen.client.environment import literal, refusing
from nemogen.client.fields import field_names
from nemogen.client.helper_aliases import without_helpers
from nemogen.client.literal_unions import with_joined_literals
from nemogen.client.models_input import MARK, TUPLES, VALUES, EngineInput
from nemogen.client.tuples import with_tuples
from nemogen.errors import Location, SpecError, TemplateError
from nemogen.light_dataclasses import dataclass

_NO_NAMES: Final[Mapping[str, str]] = {}
PACKAGE: Final = "_the_package_itself"
"""What stands for the package in imports that the engine writes, until they are made relative."""
_DOCSTRING: Final = '"""Objects of requests and responses, as pydantic models."""'


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a module and the names of the classes and aliases in it."""

    text: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class ModelsTask:
    """What the process of the engine gets: the components as they were printed, without their schemas, which take as
    much memory and longer to get there, and the options that were made of these."""

    given: EngineInput
    options: Mapping[str, Any]


def prepare_models(
    given: EngineInput,
    base_class: str,
    mixins: Mapping[str, str] = _NO_NAMES,
    fields: Mapping[str, str] = _NO_NAMES,
) -> ModelsTask:
    """The task to write classes for the components that are `given`.

    Each inherits from `base_class` (dotted; it begins with PACKAGE where it is a class of the package itself). `mixins`
    are further bases by class, each dotted below the package, `fields` the names that fields have had.
    """
    schemas = given.schemas
    own = {name: mixins[name] for name in schemas if name in mixins}
    template_data = {name: _template_data(given, name) for name in schemas}
    for name, base in own.items():
        template_data[name]["mixin"] = base.rpartition(".")[2]
    options = {
        "base_class": base_class,
        "aliases": field_names(schemas, fields),
        "extra_template_data": defaultdict(dict, template_data),
        "additional_imports": [
            *(["typing_extensions.deprecated"] if given.notes else ()),
            *(f"{PACKAGE}.{base}" for base in own.values()),
        ],
    }
    return ModelsTask(replace(given, schemas={}, classes={}, opened=frozenset()), options)


def pydantic_models(given: EngineInput, templates: Path, header: str, base_class: str) -> Source:
    """Both in this process: what `write_models` makes of the task of `prepare_models`. Raises as that does."""
    return write_models(prepare_models(given, base_class), templates, header)


def _template_data(given: EngineInput, name: str) -> dict[str, Any]:
    """What the template of a class prints beyond what the engine knows."""
    note, tag = given.notes.get(name), given.bases.get(name)
    return {
        "nullable": _nullable(given.schemas, name),
        "deprecation": literal(note) if note else "",
        "is_base": name in given.bases,
        "open_tag": literal(tag.name) if tag else "",
        "needs_tag": tag is None or tag.is_required,
    }


def _nullable(schemas: Mapping[str, CanonicalSchema], owner: str) -> list[str]:
    """The properties that are optional and nullable: a model's `None` cannot distinguish the two."""
    schema = schemas[owner]
    found = ((name, each) for name, each in schema.properties.items() if name not in schema.required)
    return [name for name, each in found if admits_null(each, schemas)]


def write_models(task: ModelsTask, templates: Path, header: str) -> Source:
    """pydantic v2 classes for the components of a task.

    `templates` is the folder whose `models/` overrides the engine's templates; `header` is put above the code. Raises
    TemplateError when a template does not render, SpecError when the engine refuses the document.
    """
    from datamodel_code_generator import Error, InputFileType, LiteralType, PythonVersion, generate
    from datamodel_code_generator.enums import DataModelType

    given = task.given
    if not given.printed:
        return Source(f"{header}\n", frozenset())
    try:
        with refusing("models"):
            text = generate(
                given.spec,
                input_file_type=InputFileType.OpenAPI,
                output_model_type=DataModelType.PydanticV2BaseModel,
                custom_template_dir=templates / "models",
                custom_file_header=header,
                target_python_version=PythonVersion.PY_311,
                formatters=[],  # ruff lays out all modules at once; the engine's own formatter fails in Python 3.12.1
                strict_nullable=True,
                use_annotated=True,
                field_constraints=True,
                enum_field_as_literal=LiteralType.All,
                use_type_alias=True,
                use_schema_description=True,
                use_field_description=True,
                use_standard_collections=True,
                use_union_operator=True,
                disable_timestamp=True,
                strict_refs=True,
                use_title_as_name=True,  # the only titles are those of the aliases that the engine makes for itself
                **task.options,
            )
    except Error as error:
        raise SpecError(
            f"datamodel-code-generator refuses the document: {error}",
            remedy="Correct the location with an overlay action, and report it: nemogen should have repaired the spec.",
        ) from error
    return _source(str(text).replace(header, f"{header}\n\n{_DOCSTRING}", 1), given)


def _source(text: str, given: EngineInput) -> Source:
    """What the engine wrote, without what it cannot leave out or write otherwise: it knows no relative imports."""
    source = text
    for module in (VALUES, TUPLES):
        source = source.replace(f"from {module} import", f"from .{module} import")
    source = source.replace(f"from {PACKAGE}.", "from .")
    source = with_tuples(source) if MARK in source else source
    source = without_helpers(source.replace(f", title='{given.title}')", ")"), given.printed)
    source = with_joined_literals(source) if source.count("Literal[") > 1 else source
    source = _with_own_items(source, given.own_lists)
    return Source(source, frozenset(_names(source)))


def _with_own_items(text: str, own_lists: Iterable[str]) -> str:
    """The module with the items of each list of itself, which the engine leaves out."""
    text = f"{text.rstrip()}\n"
    for name in own_lists:
        alias = f'{name} = TypeAliasType("{name}", '
        text = text.replace(f"\n{alias}list)\n", f'\n{alias}"list[{name}]")\n')
    return text


def _names(text: str) -> list[str]:
    """The classes and aliases that a module defines. Raises TemplateError if it is not valid Python."""
    try:
        body = ast.parse(text).body
    except SyntaxError as error:
        raise TemplateError(
            f"what the templates wrote is not valid Python: {error.msg}: {(error.text or '').strip()}",
            where=Location("templates/models"),
            remedy="Correct the project's templates, or remove them to use nemogen's own.",
        ) from error
    found: list[str] = []
    for node in body:
        if isinstance(node, ast.ClassDef):
            found.append(node.name)
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            found.extend(target.id for target in targets if isinstance(target, ast.Name))
    return found
