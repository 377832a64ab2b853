"""The Python names of the properties of models, class by class: who has a snake_case name already keeps it."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from nemogen.canonical import CanonicalSchema
from nemogen.client.formats import value_type
from nemogen.names import spellings, with_last_resorts

if TYPE_CHECKING:  # the process of the models' engine is forked before they are imported
    from nemogen.document import Document
    from nemogen.given_names import Names

MODEL_MEMBERS: Final = frozenset(
    {"bool", "construct", "copy", "dict", "float", "from_orm", "int", "json", "list", "mismatches",
     "model_computed_fields", "model_config", "model_construct", "model_copy", "model_dump", "model_dump_json",
     "model_extra", "model_fields", "model_fields_set", "model_json_schema", "model_parametrized_name",
     "model_post_init", "model_rebuild", "model_validate", "model_validate_json", "model_validate_strings",
     "nullable_names", "parse_file", "parse_obj", "parse_raw", "schema", "schema_json", "str", "update_forward_refs",
     "validate"}
)  # fmt: skip
"""What a model has itself, and the types that its annotations name: a field would hide it."""


REQUEST_ID: Final = "request_id"
"""What a model has itself too; there the API's own goes before it, where it is a text as well."""


_NOT_KEPT: Final[Mapping[str, str]] = {}


def field_names(schemas: Mapping[str, CanonicalSchema], kept: Mapping[str, str] = _NOT_KEPT) -> dict[str, str]:
    """The Python name of each property that needs another than the API's, by "Class.property"; those in `kept` first.

    A name of `kept` that no field can have is passed over: names.toml is a file that people edit.
    """
    found: dict[str, str] = {}
    for owner, schema in schemas.items():
        properties = list(schema.properties)
        had = {name: own for name in properties if _fits(own := kept.get(f"{owner}.{name}", ""))}
        taken = {*had.values()}
        for name in sorted(properties, key=_claim):
            own = had[name] if name in had else _free(name, taken, schema.properties[name])
            if own != name:
                found[f"{owner}.{name}"] = own
    return found


def _fits(name: str) -> bool:
    """Whether a field can be called so."""
    is_free = name not in MODEL_MEMBERS and name != REQUEST_ID and not keyword.iskeyword(name)
    return name.isidentifier() and not name.startswith("_") and is_free


def kept_fields(names: Names) -> dict[str, str]:
    """The names that fields have had, by "Class.property"."""
    return {key.replace(" ", ".", 1): entry.name for key, entry in names.fields.items()}


def fields_of(document: Document) -> dict[str, str]:
    """`field_names` of a document, with the names that its fields have had."""
    return field_names(document.schemas, kept_fields(document.names))


@lru_cache(8192)  # the same few names are those of properties in most classes
def _spellings(name: str) -> tuple[str, ...]:
    return tuple(spellings(name))


def _claim(name: str) -> tuple[bool, int, str]:
    """Who comes first: one that has its Python name already, then one that has few other names to take."""
    own = _spellings(name)
    return own[0] != name, len(set(own)), name


def _free(name: str, taken: set[str], schema: CanonicalSchema) -> str:
    hidden = {REQUEST_ID} if schema.type != "string" or value_type(schema) else set()
    fits = (
        f"{each}_" if each in MODEL_MEMBERS | hidden else each
        for each in with_last_resorts(iter(_spellings(name)), name)
    )
    fit = next(each for each in fits if each not in taken)
    taken.add(fit)
    return fit
