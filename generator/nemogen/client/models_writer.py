"""models.py of a package, by datamodel-code-generator through our templates: what runs in the process of the engine.

Imports little: that process is forked as soon as this is imported, and the rest of the client after it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from nemogen.client.environment import refusing
from nemogen.client.helper_aliases import without_helpers
from nemogen.client.literal_unions import with_joined_literals
from nemogen.client.models_input import MARK, PACKAGE, TUPLES, VALUES, EngineInput, ModelsTask
from nemogen.client.tuples import with_tuples
from nemogen.errors import Location, SpecError, TemplateError
from nemogen.light_dataclasses import dataclass

_DOCSTRING: Final = '"""Objects of requests and responses, as pydantic models."""'


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a module and the names of the classes and aliases in it."""

    text: str
    names: frozenset[str]


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
    return finish_source(str(text).replace(header, f"{header}\n\n{_DOCSTRING}", 1), given)


def finish_source(text: str, given: EngineInput) -> Source:
    """What the engine wrote, without what it cannot leave out or write otherwise: it knows no relative imports."""
    source = text
    for module in (VALUES, TUPLES):
        source = source.replace(f"from {module} import", f"from .{module} import")
    source = source.replace(f"from {PACKAGE}.", "from .")
    source = with_tuples(source) if MARK in source else source
    source = without_helpers(source.replace(f", title='{given.title}')", ")"), given.printed)
    body = _statements(source)
    source = with_joined_literals(source, body) if source.count("Literal[") > 1 else source
    return Source(_with_own_items(source, given.own_lists), frozenset(_names(body)))


def _with_own_items(text: str, own_lists: Iterable[str]) -> str:
    """The module with the items of each list of itself, which the engine leaves out."""
    text = f"{text.rstrip()}\n"
    for name in own_lists:
        alias = f'{name} = TypeAliasType("{name}", '
        text = text.replace(f"\n{alias}list)\n", f'\n{alias}"list[{name}]")\n')
    return text


def _statements(text: str) -> list[ast.stmt]:
    """The statements of a module. Raises TemplateError if it is not valid Python."""
    try:
        return ast.parse(text).body
    except SyntaxError as error:
        raise TemplateError(
            f"what the templates wrote is not valid Python: {error.msg}: {(error.text or '').strip()}",
            where=Location("templates/models"),
            remedy="Correct the project's templates, or remove them to use nemogen's own.",
        ) from error


def _names(statements: Iterable[ast.stmt]) -> Iterator[str]:
    """The classes and aliases that a module defines."""
    for node in statements:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            yield from (target.id for target in targets if isinstance(target, ast.Name))
