"""Which GitHub a pull request goes to, and with whose rights: read from the environment and the remote's URL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from nemogen.errors import CouldNot, Location
from nemogen.publish.redact import presentable

_SCP = re.compile(r"(?:[^@/]+@)?(?P<host>[^:/\[\]]+):(?P<path>[^:].*)")
_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_OTHER_FORGES = ("gitlab", "bitbucket", "codeberg", "gitea", "dev.azure", "sourcehut", "sr.ht")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository (`owner/name`) on a GitHub: `api` is the base URL of its REST API, without a / at the end."""

    api: str
    repository: str
    token: str = field(repr=False)

    @property
    def owner(self) -> str:
        return self.repository.partition("/")[0]


@dataclass(frozen=True, slots=True)
class RemoteAddress:
    """Where a remote URL points to: host in lower case, path without slashes at its ends and `.git`."""

    host: str
    path: str


def remote_address(url: str) -> RemoteAddress | None:
    """Host and path of a remote in any of git's forms (https, ssh, git, scp-like); None for a local path."""
    if "://" in url:
        parts = urlsplit(url)
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


def find_forge(environ: Mapping[str, str], remote: str) -> Forge:
    """The GitHub repository that the remote URL `remote` is in, or the one that GITHUB_REPOSITORY names.

    GITHUB_API_URL names an Enterprise server's API; without it the token goes to github.com and its ghe.com
    tenants only. Raises CouldNot: no token, another forge, an unknown host.
    """
    address = remote_address(remote)
    api = _api(environ.get("GITHUB_API_URL", ""), address, remote)
    repository = environ.get("GITHUB_REPOSITORY") or (address.path if address else "")
    if not _NAME.fullmatch(repository):
        raise CouldNot(
            "the remote's URL does not say which GitHub repository it is",
            where=Location(presentable(remote)),
            remedy="Set GITHUB_REPOSITORY to owner/name.",
        )
    token = environ.get("GITHUB_TOKEN") or environ.get("GH_TOKEN") or ""
    if not token.strip():
        raise CouldNot(
            "there is no token for GitHub's API",
            where=Location("GITHUB_TOKEN"),
            remedy="Set GITHUB_TOKEN to one that may write pull requests and contents of this repository.",
        )
    return Forge(api, repository, token.strip())


def _api(named: str, address: RemoteAddress | None, remote: str) -> str:
    host = address.host if address else ""
    if any(forge in host for forge in _OTHER_FORGES):
        raise CouldNot(
            "pull requests are opened on GitHub only, and this remote is on another forge",
            where=Location(presentable(remote)),
            remedy="Use --branch NAME --push, and open the merge request there.",
        )
    if named:
        parts = urlsplit(named)
        if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            return named.rstrip("/")
        raise CouldNot(
            "the token is sent over https only",
            where=Location("GITHUB_API_URL"),
            remedy="Set GITHUB_API_URL to a URL that begins with https://, as https://HOST/api/v3.",
        )
    if host == "github.com":
        return "https://api.github.com"
    if host.endswith(".ghe.com"):
        return f"https://api.{host}"
    raise CouldNot(
        "this remote is not on github.com, and the token is not sent to a host that nobody vouched for",
        where=Location(presentable(remote)),
        remedy="For GitHub Enterprise, set GITHUB_API_URL to https://HOST/api/v3.",
    )
