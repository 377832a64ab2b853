"""What the engine of models.py is asked to write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from nemogen.canonical import CanonicalSchema, admits_null
from nemogen.client.environment import literal
from nemogen.client.fields import field_names
from nemogen.client.models_input import PACKAGE, EngineInput, ModelsTask
from nemogen.client.models_writer import Source, write_models

_NO_NAMES: Final[Mapping[str, str]] = {}


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
