"""GitHub's hosts, and the token for them, from the environment (docs.github.com/rest, version 2022-11-28)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from nemogen.http.api import Api, read_base_url
from nemogen.http.client import Http
from nemogen.http.messages import NO_RESPONSE, Credential, make_credential
from nemogen.light_dataclasses import dataclass

GITHUB_API: Final = "https://api.github.com"
GITHUB_RAW: Final = "https://raw.githubusercontent.com"

HEADERS: Final = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
SETTING: Final = "GITHUB_API_URL"

_API_PATH: Final = "/api/v3"
_PAGES: Final = re.compile(r"https?://[A-Za-z0-9._:\[\]/-]+")

HELP: Final = {
    NO_RESPONSE: "Try again later; sync and check work from the pinned spec with --offline.",
    401: "Renew or unset GITHUB_TOKEN.",
    403: "Set GITHUB_TOKEN to a token that may read this repository.",
    404: "Check repository, branch and path in api.toml; for a private repository set GITHUB_TOKEN.",
    410: "Check repository, branch and path in api.toml.",
    429: "Try again later; GITHUB_TOKEN raises GitHub's limit.",
}
"""What a user can do if files of a repository cannot be read."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """GitHub's URLs and the credentials for them. `raw` None: files come from the API's contents (Enterprise)."""

    api: str = GITHUB_API
    raw: str | None = GITHUB_RAW
    credentials: tuple[Credential, ...] = ()


def read_hosts(environ: Mapping[str, str]) -> Hosts:
    """From GITHUB_API_URL, NEMOGEN_RAW_URL (the host of raw files, for a mirror) and GITHUB_TOKEN.

    The token goes to GitHub's API and GitHub's own host of raw files; with an API elsewhere (Enterprise) it belongs to
    that host, and github.com does not get it. Raises NetworkError for a URL that would leak the token, or that
    contains a secret: the URL of a file is written to the lock and the package.
    """
    api = read_base_url(environ, SETTING) or GITHUB_API
    raw = read_base_url(environ, "NEMOGEN_RAW_URL") or (GITHUB_RAW if api == GITHUB_API else None)
    token = environ.get("GITHUB_TOKEN", "").strip()
    trusted = (GITHUB_API, GITHUB_RAW) if api == GITHUB_API else (api,)
    found = tuple(make_credential(url, "Authorization", f"Bearer {token}", "GITHUB_TOKEN") for url in trusted if token)
    return Hosts(api, raw, found)


def pages_url(environ: Mapping[str, str]) -> str:
    """Where people see the repositories of the API in use; "" where that is not known.

    A self-hosted server says it to its jobs, or has its API below its pages (GitHub Enterprise Server: /api/v3).
    """
    api = environ.get(SETTING, "").strip().rstrip("/")
    if api in ("", GITHUB_API):
        return "https://github.com"
    given = environ.get("GITHUB_SERVER_URL", "").strip().rstrip("/")
    found = given or (api.removesuffix(_API_PATH) if api.endswith(_API_PATH) else "")
    return found if _PAGES.fullmatch(found) else ""


@dataclass(frozen=True, slots=True)
class GitHub:
    """GitHub as a source of files: its API, and the host of raw files."""

    api: Api
    hosts: Hosts

    @classmethod
    def of(cls, http: Http, hosts: Hosts) -> GitHub:
        """The API of `hosts` over `http`."""
        return cls(Api(http, hosts.api, "GitHub's API", SETTING, HEADERS, hosts.credentials, HELP), hosts)
