"""Which forge a remote is on, and with whose rights: read from the environment and the remote's URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from nemogen.errors import CouldNot, Location
from nemogen.http import github_pulls
from nemogen.http.client import Http
from nemogen.http.forge import Forge, RemoteAddress, remote_address
from nemogen.redact import presentable


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a module of a forge gives: whether a host is its own, whether the environment names its API, and the
    repository of a remote there."""

    is_home: Callable[[Mapping[str, str], str], bool]
    is_named: Callable[[Mapping[str, str]], bool]
    connect: Callable[[Http, Mapping[str, str], RemoteAddress | None, str], Forge]


_FORGES: Final = (_Kind(github_pulls.is_home, github_pulls.is_named, github_pulls.connect),)

_OTHERS: Final = ("bitbucket", "codeberg", "gitea", "gitlab", "dev.azure", "sourcehut", "sr.ht")


def find_forge(http: Http, environ: Mapping[str, str], remote: str) -> Forge:
    """The repository that the remote URL `remote` is in, on its forge.

    A token goes to the public hosts of its forge and to the API that the environment names, and nowhere else. Raises
    CouldNot: no token, a forge that is not supported, a host that nobody vouched for.
    """
    address = remote_address(remote)
    host = address.host if address else ""
    for forge in _FORGES:
        if forge.is_home(environ, host):
            return forge.connect(http, environ, address, remote)
    if any(other in host for other in _OTHERS):
        raise CouldNot(
            "pull requests are opened on GitHub only, and this remote is on another forge",
            where=Location(presentable(remote)),
            remedy="Use --branch NAME --push, and open the pull request there.",
        )
    for forge in _FORGES:
        if forge.is_named(environ):
            return forge.connect(http, environ, address, remote)
    raise CouldNot(
        "this remote is not on github.com, and the token is not sent to a host that nobody vouched for",
        where=Location(presentable(remote)),
        remedy="For GitHub Enterprise, set GITHUB_API_URL to https://HOST/api/v3.",
    )
