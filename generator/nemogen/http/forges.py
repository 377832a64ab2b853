"""Finds a remote's forge and the token for it, from the environment and the remote's URL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from nemogen.errors import CouldNot, Location
from nemogen.http import github, github_pulls, gitlab
from nemogen.http.client import Http
from nemogen.http.forge import Forge, RemoteAddress, remote_address
from nemogen.light_dataclasses import dataclass
from nemogen.redact import presentable


@dataclass(frozen=True, slots=True)
class _Kind:
    """A forge, and the functions of its module (see docs/explanation/changing-nemogen.md).

    `name` and `host` are the public forge's. `token`, `project` and `api` are the environment variables with the token,
    the repository and the URL of the API, `api_form` is that URL on a server of one's own.
    """

    name: str
    host: str
    token: str
    project: str
    api: str
    api_form: str
    is_home: Callable[[Mapping[str, str], str], bool]
    is_named: Callable[[Mapping[str, str]], bool]
    connect: Callable[[Http, Mapping[str, str], RemoteAddress | None, str], Forge]


_FORGES: Final = (
    _Kind(
        *("GitLab", "gitlab.com", "GITLAB_TOKEN", "CI_PROJECT_PATH", gitlab.SETTING, "https://HOST/api/v4"),
        *(gitlab.is_home, gitlab.is_named, gitlab.connect),
    ),
    _Kind(
        *("GitHub", "github.com", "GITHUB_TOKEN", "GITHUB_REPOSITORY", github.SETTING, "https://HOST/api/v3"),
        *(github_pulls.is_home, github_pulls.is_named, github_pulls.connect),
    ),
)
_BY_NAME: Final = sorted(_FORGES, key=lambda kind: kind.name)
TOKENS: Final = tuple(kind.token for kind in _BY_NAME)
"""The environment variables that hold tokens of forges."""

_OTHERS: Final = ("bitbucket", "codeberg", "gitea", "dev.azure", "sourcehut", "sr.ht")


def find_forge(http: Http, environ: Mapping[str, str], remote: str) -> Forge:
    """The repository that the remote URL `remote` is in, on its forge.

    A token goes to the public hosts of its forge and to the API that the environment names, and nowhere else. Raises
    CouldNot: no token, a forge that is not supported, a host that is not trusted.
    """
    address = remote_address(remote)
    kind = _choose_kind(environ, address.host if address else "", remote)
    return kind.connect(http, environ, address, remote)


def _choose_kind(environ: Mapping[str, str], host: str, remote: str) -> _Kind:
    """By the remote's host; else by the environment: a repository first, then an API."""
    if home := next((kind for kind in _FORGES if kind.is_home(environ, host)), None):
        return home
    if any(other in host for other in _OTHERS):
        forges = _in_words("and", (kind.name for kind in _BY_NAME))
        raise CouldNot(
            f"pull requests are opened on {forges} only, and this remote is on another forge",
            where=Location(presentable(remote)),
            remedy="Use --branch NAME --push, and open the pull request there.",
        )
    named = [kind for kind in _FORGES if kind.is_named(environ)]
    # GitHub's jobs always name GitHub's API: a host that claims to be GitLab is ignored there.
    if named and ("gitlab" not in host or gitlab.is_named(environ)):
        return next((kind for kind in named if environ.get(kind.project)), named[0])
    hosts = _in_words("or", (kind.host for kind in _BY_NAME))
    raise CouldNot(
        f"this remote is not on {hosts}, and no token is sent to an unknown host",
        where=Location(presentable(remote)),
        remedy=f"For your own server, set {', or '.join(f'{kind.api} to {kind.api_form}' for kind in _BY_NAME)}.",
    )


def _in_words(conjunction: str, names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} {conjunction} {last}"
