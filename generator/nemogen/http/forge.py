"""The interface of a forge: its pull requests, and the parts of a remote's URL."""

from __future__ import annotations

import re
from typing import Protocol
from urllib.parse import urlsplit

from nemogen.light_dataclasses import dataclass

_SCP = re.compile(r"(?:[^@/]+@)?(?P<host>[^:/\[\]]+):(?P<path>[^:].*)")


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull or merge request. `state` is "open" or "closed"; `foreign` where its branch is in another repository than
    its base."""

    number: int
    url: str
    title: str
    body: str
    state: str
    draft: bool
    merged: bool
    head: str
    base: str
    foreign: bool
    labels: frozenset[str]


class Forge(Protocol):
    """One repository on a forge. Every method raises NetworkError."""

    @property
    def noun(self) -> str:
        """The forge's name for them: "pull request" or "merge request"."""

    @property
    def longest_title(self) -> int:
        """The most characters of a title."""

    def mention(self, number: int) -> str:
        """The forge's syntax to link to one: #1, !1."""

    def pulls_of(self, branch: str) -> tuple[Pull, ...]:
        """All, open or not, from this branch of the repository itself; newest first."""

    def open_pulls(self, prefix: str, base: str) -> tuple[Pull, ...]:
        """The open ones into `base` from branches of the repository itself that begin with `prefix`."""

    def create(self, *, head: str, base: str, title: str, body: str, draft: bool) -> Pull:
        """Open one. Raises Unprocessable if there is one for this branch, or the forge does not support drafts."""

    def update(self, pull: Pull, *, title: str | None = None, body: str | None = None) -> None:
        """Change title or body; None leaves it unchanged."""

    def close(self, pull: Pull, body: str) -> None:
        """Close it without merging, with this body."""

    def label(self, pull: Pull, add: frozenset[str], remove: frozenset[str]) -> None:
        """Add and remove labels. Missing labels are created; it is not an error if one to remove is
        missing."""

    def comment(self, pull: Pull, text: str) -> None:
        """Write a comment."""


@dataclass(frozen=True, slots=True)
class RemoteAddress:
    """The target of a remote URL: host in lower case, path without slashes at its ends and `.git`."""

    host: str
    path: str


def remote_address(url: str) -> RemoteAddress | None:
    """Host and path of a remote in any of git's forms (https, ssh, git, scp-like); None for a local path."""
    if "://" in url:
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.scheme not in ("https", "http", "ssh", "git", "git+ssh", "ssh+git") or not parts.hostname:
            return None
        host, path = parts.hostname, parts.path
    else:
        found = _SCP.fullmatch(url)
        if not found:
            return None
        host, path = found["host"].lower(), found["path"]
    # GitHub serves ssh on the port of https under this name, for networks that block the other.
    host = "github.com" if host == "ssh.github.com" else host
    return RemoteAddress(host, path.strip("/").removesuffix(".git"))
