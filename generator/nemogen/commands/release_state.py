"""What `release` works from: the commit of a package, its version, what was released before, and what is new since."""

from __future__ import annotations

from functools import cached_property

from nemogen.commands.api import Api
from nemogen.diff.changelog import changelog
from nemogen.errors import GitError, Location
from nemogen.light_dataclasses import dataclass
from nemogen.publish.git import Repository
from nemogen.publish.sbom import Origins, write_sbom
from nemogen.publish.tags import local_tags, release_tag, remote_tags
from nemogen.redact import presentable
from nemogen.source.lock import Lock
from nemogen.source.published import read_published


@dataclass(frozen=True)
class ReleaseState:
    """A release of the package at `commit`, dated `epoch` (Unix time): the commit of its tag, else what is checked out.

    `folder` is the package's, relative to the project; `tagged` the versions that were released, with their commits.
    """

    api: Api
    lock: Lock
    repository: Repository
    commit: str
    epoch: int
    tagged: dict[str, str]
    is_tagged_here: bool

    @property
    def version(self) -> str:
        return self.lock.package_version

    @property
    def tag(self) -> str:
        return release_tag(self.api.name, self.version)

    @property
    def folder(self) -> str:
        return self.api.project.relative(self.api.paths.generated)

    @cached_property
    def previous(self) -> str | None:
        """The newest version that was released before this one."""
        earlier = [each for each in self.tagged if _numbers(each) < _numbers(self.version)]
        return max(earlier, key=_numbers, default=None)

    @property
    def is_due(self) -> bool:
        """Whether this version is approved and not released."""
        return self.version not in self.tagged and read_published(self.api.project, self.api.name) == self.version

    @property
    def why_not_due(self) -> str:
        """Why nothing is released, for a person."""
        approved = read_published(self.api.project, self.api.name)
        if self.version in self.tagged:
            return f"{self.version} is released"
        if approved is None:
            return f"no version is approved: nemogen release --pull-request {self.api.name} proposes {self.version}"
        return f"{approved} is approved, and the package is {self.version}: nemogen release --pull-request proposes it"

    @property
    def notes(self) -> str:
        """The changelog of all versions since the last release, as Markdown."""
        since = _numbers(self.previous) if self.previous else (-1,)
        text = changelog(each for each in self.api.releases if _numbers(each.version) > since)
        return text[text.find("\n## ") + 1 :] if "\n## " in text else ""


def read_release_state(api: Api, repository: Repository, remote: str | None) -> ReleaseState:
    """The state of an API whose package is committed; the tags of `remote` count, where one is given.

    Raises GitError, also where the version is tagged for another package.
    """
    assert api.lock is not None
    here = dict(local_tags(repository, api.name))
    tagged = {**here, **(remote_tags(repository, remote, api.name) if remote else {})}
    version, head = api.lock.package_version, repository.resolve("HEAD")
    commit = here.get(version, head)
    if commit != head:
        _refuse_other_package(api, repository, release_tag(api.name, version), head)
    date = repository.git("log", "-1", "--format=%ct", commit, failure="git cannot read when it was committed").line
    return ReleaseState(api, api.lock, repository, commit, int(date), tagged, version in here)


def describe_build(state: ReleaseState, metadata: bytes) -> bytes:
    """The SBOM of the wheel with this METADATA. Raises ToolError."""
    url = state.repository.git("config", "--get", "remote.origin.url").line
    origins = Origins(
        repository=presentable(url) if "://" in url else "",
        commit=state.commit,
        spec=state.lock.source.url,
        spec_sha256=state.lock.pin,
        tools=tuple(sorted(state.lock.tools.items())),
    )
    return write_sbom(metadata, origins, state.epoch)


def package_tree(api: Api, repository: Repository, commit: str) -> str:
    """The id of git's for all files of the package in a commit. Raises GitError."""
    path = f"{repository.prefix}{api.project.relative(api.paths.generated)}"
    failure = f"{commit[:12]} has no package of {api.name}"
    return repository.git("rev-parse", "--verify", f"{commit}:{path}", failure=failure).line


def _refuse_other_package(api: Api, repository: Repository, tag: str, head: str) -> None:
    if package_tree(api, repository, f"refs/tags/{tag}^{{commit}}") != package_tree(api, repository, head):
        raise GitError(
            "the tag is of another package than the one here, which has the same version",
            where=Location(tag),
            remedy=f"Check the tag out to build it once more, or run nemogen sync {api.name} for a new version.",
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
