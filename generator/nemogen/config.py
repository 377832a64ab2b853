"""Frozen settings of one API, read from specs/<api>/api.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from nemogen.api_name import problem_of_api_name
from nemogen.change_policy import DEFAULT_POLICY, ChangePolicy
from nemogen.config_checks import ENGINES
from nemogen.config_schema import MODEL_TYPES, SELECTION, lines_of, problems_of
from nemogen.document import JsonObject
from nemogen.errors import ConfigError, Location
from nemogen.merge_conflicts import refuse_merge_conflict
from nemogen.pin_names import pin_name_for
from nemogen.source_kinds import CommandSource as CommandSource
from nemogen.source_kinds import FileSource as FileSource
from nemogen.source_kinds import GitHubSource as GitHubSource
from nemogen.source_kinds import Source as Source
from nemogen.source_kinds import UrlSource as UrlSource
from nemogen.source_kinds import address_of as address_of
from nemogen.toml_faults import toml_fault
from nemogen.toml_text import TOMLDecodeError, parse_toml

Requirements: TypeAlias = tuple[Mapping[str, tuple[str, ...]], ...]
"""Alternatives: each maps the schemes that go together to their scopes, as OpenAPI has it."""


@dataclass(frozen=True, slots=True)
class Package:
    """What the generated distribution is called and says of itself.

    `keep` are paths and globs of a person's own files in its folder, relative to that.
    """

    distribution: str
    module: str
    client: str
    description: str
    author: str | None = None
    licence: str | None = None
    homepage: str | None = None
    keep: tuple[str, ...] = ()

    @property
    def async_client(self) -> str:
        return f"Async{self.client}"


@dataclass(frozen=True, slots=True)
class Client:
    """How the generated client finds its key and its server. `base_url` None means: the first server of the spec.

    `engine` is what writes its code, one of `config_checks.ENGINES`. `credential_env` maps arguments for credentials to
    environment variables. `security` and `security_schemes` stand in the place of what the spec declares, in the form
    of OpenAPI; None leaves that as it is.
    """

    key_env: str
    base_url_env: str
    base_url: str | None = None
    idempotency_header: str | None = None
    engine: str = ENGINES[0]
    credential_env: Mapping[str, str] = field(default_factory=dict)
    security: Requirements | None = None
    security_schemes: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Webhooks:
    """How webhooks are signed, where that is not as Standard Webhooks has it, and what names their event.

    `header` holds the HMAC by `algorithm` as `encoding` after `prefix`. The time is in `timestamp_header`, or beside
    the signature, as the part of `header` after `timestamp_key` and "=". `signed` is what the HMAC is of: text with
    {body}, and {timestamp} before it. `event_header` is the name of the event, `secret_env` the environment variable
    with the secret, `tolerance` how many seconds old a webhook may be.
    """

    secret_env: str | None = None
    header: str | None = None
    algorithm: str | None = None
    encoding: str | None = None
    prefix: str | None = None
    timestamp_header: str | None = None
    timestamp_key: str | None = None
    signed: str | None = None
    event_header: str | None = None
    tolerance: int | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """What the spec does not say of a stream of events.

    `end` is the data that closes it; `delta` and `whole` are the paths (`choices[].delta`) of a piece in a chunk and
    of the thing that the pieces add up to in the whole response. `text` and `calls` are the properties of a piece that
    hold text and pieces of tool calls; `finished` is the property beside it that is null until the thing is whole.
    """

    end: str | None = None
    delta: str | None = None
    whole: str | None = None
    text: str | None = None
    calls: str | None = None
    finished: str | None = None


@dataclass(frozen=True, slots=True)
class Pagination:
    """How an operation gives its results page by page, as far as api.toml says it.

    `style` is one of `config_checks.PAGINATION_STYLES`; `param` the parameter, or the property of the body, that
    chooses the page; `next` and `items` are paths (`meta.next_cursor`) in the response, `next` of last_id in an item.
    """

    style: str | None = None
    param: str | None = None
    next: str | None = None
    items: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """Settings of one operation: its dotted name on the client (`chat.completions.create`), its stream, what it asks
    for in the place of what the spec declares, and how it paginates: False where it must not, None where the spec
    decides."""

    name: str | None = None
    stream: Stream | None = None
    security: Requirements | None = None
    pagination: Pagination | Literal[False] | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which operations the client has: patterns of paths ("/v1/*", "GET /v1/*") and tags ("tag:billing").

    Without `include` it has all of them but those in `exclude`.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """Limits of `check`: age of a recording in days, share (0 to 1) of the contract that recordings must show; and the
    type checker of `check --full`, one of TYPE_CHECKERS."""

    max_age_days: int | None = None
    min_coverage: float | None = None
    types: str = "mypy"


@dataclass(frozen=True, slots=True)
class Record:
    """What is taken out of recordings, beside what looks like a secret anyway.

    `accounts` are ids that tell whose account it is, `keys` names (of headers, parameters and members) whose values are
    secrets; `allow` are names and values that look like a secret and are none.
    """

    accounts: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    """What a person says of the pin in the repository: the upstream commit whose contract it has, and a note."""

    upstream_commit: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one API. `operations` maps "POST /v1/chat/completions", or a present name, to its settings.

    `models` and `resources` map present names to new ones; a model may be given by its JSON Pointer too. `locations`
    are those of the rows of these three tables.
    """

    api: str
    source: Source
    package: Package
    client: Client
    operations: Mapping[str, Operation] = field(default_factory=dict)
    selection: Selection = Selection()
    models: Mapping[str, str] = field(default_factory=dict)
    """New names of classes, by present name or pointer."""
    model_types: str = "python"
    """"python" makes a date of a date, "text" leaves each text a `str`."""
    resources: Mapping[str, str] = field(default_factory=dict)
    locations: Mapping[tuple[str, str], Location] = field(default_factory=dict, compare=False)
    check: Check = field(default_factory=Check)
    policy: ChangePolicy = DEFAULT_POLICY
    record: Record = field(default_factory=Record)
    pin: Pin = field(default_factory=Pin)
    webhooks: Webhooks = field(default_factory=Webhooks)

    @property
    def pin_name(self) -> str:
        """The file name of the pinned spec, by its source."""
        return pin_name_for(address_of(self.source))


def read_settings(api: str, content: bytes, file: str) -> Settings:
    """Settings of the folder `api` from the bytes of its api.toml; `file` is the path to show in messages.

    Keys that are left out get defaults made from the folder's name. Raises ConfigError with every problem at once.
    """
    fault = problem_of_api_name(api)
    if fault:
        raise ConfigError(fault, where=Location(file), remedy="Rename the folder, for example to my-api.")
    text, given = _parse(content, file)
    table = _with_defaults(api, given)
    problems = problems_of(table, text, file)
    if problems:
        first, *others = problems
        raise ConfigError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    lines = {key: Location(file, line=line) for key, line in lines_of(text).items() if len(key) == 2}
    return replace(_settings(api, table), locations={(key[0], key[1]): where for key, where in lines.items()})


def default_names(api: str) -> tuple[str, str, str]:
    """Module, client class and prefix of environment variables for the folder `api`.

    my-api gives my_api, MyApi and MY_API.
    """
    words = [word for word in re.split(r"[^A-Za-z0-9]+", api) if word]
    module = "_".join(words).lower()
    return module, "".join(word[:1].upper() + word[1:] for word in words), module.upper()


def _parse(content: bytes, file: str) -> tuple[str, dict[str, Any]]:
    try:
        refuse_merge_conflict(content, file)
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError("not UTF-8", where=Location(file, line=line), remedy="Save the file as UTF-8.") from None
    try:
        return text, parse_toml(text)
    except TOMLDecodeError as error:
        raise toml_fault(error, text, file) from None


def _with_defaults(api: str, table: Mapping[str, Any]) -> dict[str, Any]:
    module, client, prefix = default_names(api)
    defaults = {
        "package": {"distribution": api, "module": module, "client": client, "description": f"Python client of {api}."},
        "client": {"key_env": f"{prefix}_API_KEY", "base_url_env": f"{prefix}_BASE_URL"},
    }
    filled = {
        name: rows | table.get(name, {}) for name, rows in defaults.items() if isinstance(table.get(name, {}), dict)
    }
    return {**table, **filled}


def _settings(api: str, table: Mapping[str, Any]) -> Settings:
    models, operations = table.get("models", {}), table.get("operations", {})
    return Settings(
        api=api,
        source=_source_of(table["source"]),
        package=Package(**{**table["package"], "keep": tuple(table["package"].get("keep", ()))}),
        client=Client(**{**table["client"], "security": _requirements(table["client"].get("security"))}),
        operations={key: _operation(entry) for key, entry in operations.items() if key not in SELECTION},
        selection=Selection(**{key: tuple(operations[key]) for key in SELECTION if key in operations}),
        models={name: new for name, new in models.items() if name != MODEL_TYPES},
        model_types=models.get(MODEL_TYPES, "python"),
        resources=table.get("resources", {}),
        check=Check(**table.get("check", {})),
        policy=ChangePolicy(**table.get("policy", {})),
        record=Record(**{key: tuple(texts) for key, texts in table.get("record", {}).items()}),
        pin=Pin(**table.get("pin", {})),
        webhooks=Webhooks(**table.get("webhooks", {})),
    )


def _operation(entry: Mapping[str, Any] | str) -> Operation:
    if isinstance(entry, str):
        return Operation(entry)
    stream = entry.get("stream")
    pages = entry.get("pagination")
    return Operation(
        entry.get("name"),
        Stream(**stream) if stream is not None else None,
        _requirements(entry.get("security")),
        Pagination(**pages) if isinstance(pages, dict) else pages,
    )


def _requirements(given: list[dict[str, list[str]]] | None) -> Requirements | None:
    if given is None:
        return None
    return tuple({name: tuple(scopes) for name, scopes in entry.items()} for entry in given)


def _source_of(table: Mapping[str, Any]) -> Source:
    if "url" in table:
        return UrlSource(table["url"], table.get("headers_env", {}))
    if "file" in table:
        return FileSource(table["file"])
    if "command" in table:
        return CommandSource(tuple(table["command"]))
    return GitHubSource(table["repository"], table["branch"], table["path"])
