"""Where a spec may come from: one frozen type a kind of source."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GitHubSource:
    """A file on a branch of a GitHub repository; `path` is relative to the repository's root, with /."""

    repository: str
    branch: str
    path: str


@dataclass(frozen=True, slots=True)
class UrlSource:
    """A document at any http or https address. `headers_env` maps a header to the environment variable that holds its
    value: a credential is in no file."""

    url: str
    headers_env: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file; `path` is relative to the project's root, with /. It may be outside the project."""

    path: str

    @property
    def is_outside(self) -> bool:
        """Whether it is outside the project."""
        return self.path.startswith(("/", "../")) or self.path[1:2] == ":"


@dataclass(frozen=True, slots=True)
class CommandSource:
    """A command of the project that prints the spec; run in the project's root, without a shell."""

    command: tuple[str, ...]

    @property
    def text(self) -> str:
        """As one would type it."""
        return shlex.join(self.command)


Source: TypeAlias = GitHubSource | UrlSource | FileSource | CommandSource


def address_of(source: Source) -> str:
    """The URL of a source, its path, or its command."""
    if isinstance(source, UrlSource):
        return source.url
    return source.text if isinstance(source, CommandSource) else source.path
