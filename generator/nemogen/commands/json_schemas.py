"""The JSON Schemas (2020-12) of the files of a project, made of the tables that the files are read by."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any, Final, TypeAlias

from nemogen import approvals, config_checks, config_schema, given_names
from nemogen.change_policy import ENUMS, STABILITY
from nemogen.config_checks import FieldCheck
from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from nemogen.diff.severity import SILENT
from nemogen.document import Provenance
from nemogen.findings import Level
from nemogen.like import like_file
from nemogen.schema_files import WRITTEN, schema_path
from nemogen.source import lock

Schema: TypeAlias = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Schema] = {"type": "string", "minLength": 1}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_SHA256: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_IDENTIFIER: Final = "[A-Za-z][A-Za-z0-9_]*"
_VALUES: Final[Mapping[FieldCheck, Schema]] = {
    config_checks.check_table: {"type": "object"},
    config_checks.check_variables: {"type": "object", "additionalProperties": _TEXT},
    config_checks.check_requirements: {
        "type": "array",
        "items": {"type": "object", "additionalProperties": {"type": "array"}},
    },
    config_checks.check_schemes: {"type": "object", "additionalProperties": {"type": "object", "required": ["type"]}},
    config_checks.check_dotted: {"type": "string", "pattern": rf"^{_IDENTIFIER}(?:\.{_IDENTIFIER})*$"},
    config_checks.check_class_name: {"type": "string", "pattern": "^[A-Z][A-Za-z0-9_]*$"},
    config_checks.check_types: {"enum": ["python", "text"]},
    config_checks.check_engine: {"enum": list(config_checks.ENGINES)},
    config_checks.check_pagination: {"type": "object"},
    config_checks.check_pagination_style: {"enum": list(config_checks.PAGINATION_STYLES)},
    config_checks.check_days: {"type": "integer", "minimum": 1},
    config_checks.check_period: {"type": "integer", "minimum": 0},
    config_checks.check_stability: {"enum": list(STABILITY)},
    config_checks.check_enums: {"enum": list(ENUMS)},
    config_checks.check_share: {"type": "number", "minimum": 0, "maximum": 1},
    config_checks.check_texts: _TEXTS,
    config_checks.check_keep: _TEXTS,
    config_checks.check_command: {**_TEXTS, "minItems": 1},
    config_checks.check_headers_env: {"type": "object", "minProperties": 1, "additionalProperties": _TEXT},
    config_checks.check_url: {**_TEXT, "format": "uri", "pattern": "^https?://"},
    config_checks.check_source_url: {**_TEXT, "format": "uri", "pattern": "^https?://"},
}
"""What a check of api.toml takes, where that is more, or something else, than a text."""


def json_schemas() -> Mapping[str, str]:
    """Every schema as JSON text, by the name that it is published under."""
    made: Mapping[str, Callable[[], Schema]] = {
        "api": _api,
        "approvals": _approvals,
        "levels": _levels,
        "like": _like,
        "lock": _lock,
        "names": _names,
        "published": _published,
    }
    schemas = {name: {"$schema": _DIALECT, **make()} for name, make in made.items()}
    found = {name: json.dumps(each, indent=2, ensure_ascii=False) + "\n" for name, each in schemas.items()}
    shipped = {"report": "nemogen.report", "history": "nemogen.report", "recording": "nemogen.recordings"}
    for name, package in shipped.items():
        found[name] = resources.files(package).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    return found


def missing_schemas(root: Path) -> dict[str, bytes]:
    """What specs/.schemas lacks, or has of another version of nemogen: content by path."""
    texts = json_schemas()
    wanted = {schema_path(name): texts[name].encode() for name in WRITTEN}
    return {path: content for path, content in wanted.items() if not _is_there(root / path, content)}


def _is_there(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _closed(properties: Mapping[str, Schema], **more: Any) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False, **more}


def _api() -> Schema:
    tables = {
        name: _closed({key: _value(check) for key, check in rows.items()})
        for name, rows in config_schema.FIELDS.items()
    }
    kinds = [sorted(kind) for kind in config_schema.SOURCE_KINDS]
    tables["source"]["anyOf"] = [{"required": kind, "propertyNames": {"enum": kind}} for kind in kinds]
    operation = _closed({key: _value(check) for key, check in config_schema.OPERATION.items()})
    pagination = _closed({key: _value(each) for key, each in config_schema.PAGINATION.items()})
    operation["properties"]["pagination"] = {"anyOf": [{"const": False}, pagination]}
    operation["properties"]["stream"] = _closed({key: _value(each) for key, each in config_schema.STREAM.items()})
    methods = rf"^(?:{config_schema.METHODS}) /[^\s?#]*$"
    entry = {"anyOf": [operation, _value(config_checks.check_dotted)]}
    tables["operations"] = {
        "type": "object",
        "properties": {key: _array_of(config_checks.SELECTOR) for key in config_schema.SELECTION},
        "patternProperties": {methods: entry, rf"^{_IDENTIFIER}(?:\.{_IDENTIFIER})+$": entry},
        "additionalProperties": False,
    }
    for name, check in config_schema.RENAMES.items():
        tables[name] = {"type": "object", "additionalProperties": _value(check)}
    tables["models"]["properties"] = {config_schema.MODEL_TYPES: _value(config_checks.check_types)}
    return _closed(tables, title="specs/<api>/api.toml", required=["source"])


def _value(check: FieldCheck) -> Schema:
    if check in config_checks.PATTERNS:
        return {**_TEXT, "pattern": f"^(?:{config_checks.PATTERNS[check]})$"}
    return _VALUES.get(check, _TEXT)


def _array_of(check: FieldCheck) -> Schema:
    return {"type": "array", "items": _value(check)}


def _approvals() -> Schema:
    text = dict.fromkeys(sorted(approvals._KEYS - {"until"}), _TEXT)
    entry = _closed(
        {**text, "until": {"description": "The last day, a TOML date.", "type": "string", "format": "date"}},
        required=["reason"],
        oneOf=[
            {"required": ["fingerprint"], "not": {"anyOf": [{"required": ["id"]}, {"required": ["place"]}]}},
            {"required": ["id", "place"], "not": {"required": ["fingerprint"]}},
        ],
    )
    tables: Schema = {table: {"type": "array", "items": entry} for table in approvals.TABLES}
    return _closed(tables, title="specs/<api>/approvals.toml")


def _levels() -> Schema:
    level = {"enum": [*(each.value for each in Level), SILENT]}
    rules: Schema = {key: {"$ref": "#/$defs/level"} for key in sorted((*RULES, *SOURCE_RULES))}
    return _closed(rules, title="specs/<api>/severity.toml", **{"$defs": {"level": level}})


def _like() -> Schema:
    names: Schema = {"type": "object", "additionalProperties": _TEXT}
    tables = dict.fromkeys(like_file.TABLES, names)
    known = _closed(tables)
    return _closed({"client": _TEXT, **tables, "known": known}, title="specs/<api>/like.toml", required=["client"])


def _names() -> Schema:
    texts: Schema = {"type": "array", "items": _TEXT}
    special: Schema = {"alias": {"type": "boolean"}, "old": texts, "beside": texts}
    entry = _closed({each.name: special.get(each.name, _TEXT) for each in fields(given_names.Entry)}, required=["name"])
    tables: Schema = {
        name: {"type": "object", "additionalProperties": {"$ref": "#/$defs/entry"}} for name in given_names.TABLES
    }
    return _closed(tables, title="specs/<api>/names.toml", **{"$defs": {"entry": entry}})


def _published() -> Schema:
    version = {"type": "string", "pattern": f"^{lock.VERSION_FORM.pattern}$"}
    return _closed({"version": version}, title="specs/<api>/published.toml", required=["version"])


def _lock() -> Schema:
    optional = {"type": ["string", "null"]}
    hashes = {"type": "object", "additionalProperties": _SHA256}
    special: Schema = {"url": {"type": "string"}, "parts": hashes}
    source = {name: special.get(name, optional) for name in Provenance.__slots__}
    properties: Schema = {
        "version": {"const": lock.VERSION},
        "source": _closed(source, required=["url"]),
        "pin": _SHA256,
        "inputs": hashes,
        "tools": {"type": "object", "additionalProperties": {"type": "string"}},
        "package_version": {"type": "string", "pattern": f"^{lock.VERSION_FORM.pattern}$"},
        "files": hashes,
        "tested": {"type": "boolean"},
        "unused": {"type": "array", "items": {"type": "string"}},
    }
    return _closed(properties, title="specs/<api>/lock.json", required=sorted(properties))
