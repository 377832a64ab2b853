"""Release tags: looked up locally and at the remote, created with a message, and pushed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nemogen.errors import GitError, Location
from nemogen.publish.git import Repository
from nemogen.publish.git_process import HOOKED, NETWORK, user_locale
from nemogen.text_safety import spelt

_VERSION: Final = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}")
_REMOTE: Final = "Check git remote -v, the network and git's credentials for it."


def release_tag(api: str, version: str) -> str:
    """The tag of a version of an API's package: `shop-v1.2.3`. A repository may have several APIs."""
    return f"{api}-v{version}"


def local_tags(repository: Repository, api: str) -> Mapping[str, str]:
    """The commits of the releases of `api` that are tagged in this clone, by version. Raises GitError."""
    form = "--format=%(refname:short) %(objectname) %(*objectname)"
    listed = repository.git("for-each-ref", form, f"refs/tags/{api}-v*", failure="git cannot list tags").text
    rows = (line.split() for line in listed.splitlines())
    return _by_version(((row[0], row[-1]) for row in rows), api)


def remote_tags(repository: Repository, remote: str, api: str) -> Mapping[str, str]:
    """Like `tags_here`, for a remote. Raises GitError."""
    arguments = ("ls-remote", "--tags", remote, f"refs/tags/{api}-v*")
    listed = repository.git(*arguments, timeout=NETWORK, failure="the remote does not respond", remedy=_REMOTE).text
    rows = (line.split("\t", 1) for line in listed.splitlines())
    # The commit of an annotated tag is in a second line, which ends in ^{}.
    return _by_version(((ref.removesuffix("^{}").removeprefix("refs/tags/"), commit) for commit, ref in rows), api)


def _by_version(tags: Iterable[tuple[str, str]], api: str) -> Mapping[str, str]:
    """Without the tags of another API with the same prefix: `shop-v2-v1.0.0` does not belong to `shop`."""
    found = {tag.removeprefix(release_tag(api, "")): commit for tag, commit in tags}
    return {version: commit for version, commit in found.items() if _VERSION.fullmatch(version)}


def make_tag(repository: Repository, tag: str, commit: str, message: str) -> None:
    """An annotated tag, signed if the user's git signs tags. Raises GitError."""
    arguments = ("tag", "--annotate", "--cleanup=whitespace", "--file=-", tag, commit)
    failure = f"git cannot make the tag {spelt(tag)}"
    repository.git(*arguments, stdin=message.encode(), timeout=HOOKED, failure=failure)


def push_tag(repository: Repository, remote: str, tag: str) -> None:
    """Push a tag; an existing one is never moved. Raises GitError."""
    outcome = repository.git("push", remote, f"refs/tags/{tag}", environ=user_locale(), timeout=NETWORK + HOOKED)
    if outcome.status:
        what = f"git cannot push the tag: {outcome.errors}"
        raise GitError(what, where=Location(spelt(tag)), remedy=_REMOTE)
