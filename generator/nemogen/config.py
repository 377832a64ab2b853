"""Frozen settings of one API, as specs/<api>/api.toml gives them (`read_config` reads it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from nemogen.change_policy import DEFAULT_POLICY, ChangePolicy
from nemogen.config_checks import ENGINES
from nemogen.document import JsonObject
from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass
from nemogen.pin_names import pin_name_for
from nemogen.source_kinds import CommandSource as CommandSource
from nemogen.source_kinds import FileSource as FileSource
from nemogen.source_kinds import GitHubSource as GitHubSource
from nemogen.source_kinds import Source as Source
from nemogen.source_kinds import UrlSource as UrlSource
from nemogen.source_kinds import address_of as address_of

Requirements: TypeAlias = tuple[Mapping[str, tuple[str, ...]], ...]
"""Alternatives: each maps the schemes that go together to their scopes, as OpenAPI has it."""


@dataclass(frozen=True, slots=True)
class Package:
    """The name and the metadata of the generated distribution.

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
    environment variables. `security` and `security_schemes` replace what the spec declares, in the form
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
    """How webhooks are signed if they do not follow Standard Webhooks, and where the name of their event is.

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
    """Properties of a stream of events that the spec does not declare.

    `end` is the data that closes it; `delta` and `whole` are the paths (`choices[].delta`) of the delta in a chunk
    and of what the deltas add up to in the whole response. `text` and `calls` are the properties of a delta that hold
    text and parts of tool calls; `finished` is the property beside it that is null until the result is complete.
    """

    end: str | None = None
    delta: str | None = None
    whole: str | None = None
    text: str | None = None
    calls: str | None = None
    finished: str | None = None


@dataclass(frozen=True, slots=True)
class Pagination:
    """How an operation returns its results page by page; None for a field that api.toml omits.

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
    for instead of what the spec declares, and how it paginates: False where it must not, None where the spec
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

    `accounts` are ids of accounts, which are not published, `keys` names (of headers, parameters and members) whose
    values are secrets; `allow` are names and values that look like a secret and are not.
    """

    accounts: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's notes about the pinned spec: the upstream commit that it is from, and a text."""

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
