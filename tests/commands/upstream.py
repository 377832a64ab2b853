"""Upstream as a user of GitHub sees it: a repository, GitHub's API and its host of raw files, on loopback."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.commands.workshop import REPOSITORY, SPEC_PATH
from tests.publish.pulls_server import REPOSITORY as PROJECT
from tests.publish.pulls_server import TOKEN, GitHubServer
from tests.servers.github_api import GitHubApi, reply
from tests.servers.loopback import Reply, Request
from tests.servers.raw_host import RawHost
from tests.servers.repository import Commit, Repository


class Upstream:
    """A context manager: both hosts answer from entering to leaving."""

    def __init__(self) -> None:
        self.repository = Repository(REPOSITORY)
        self.raw = RawHost(self.repository)
        self.api = GitHubApi(self.repository)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._stack.enter_context(self.raw)
        self._stack.enter_context(self.api)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()

    @property
    def environment(self) -> Mapping[str, str]:
        """What tells nemogen of the two hosts."""
        return {"GITHUB_API_URL": self.api.url, "NEMOGEN_RAW_URL": self.raw.url}

    def push(self, content: bytes | None, path: str = SPEC_PATH) -> Commit:
        """A commit with this content at `path`; None removes the file."""
        return self.repository.commit({path: content})

    def move(self, path: str) -> Commit:
        """A commit that moves the document."""
        content = self.repository.branches["main"].files[SPEC_PATH]
        return self.repository.commit({SPEC_PATH: None, path: content})

    def take_pulls(self, bare: Path) -> GitHubServer:
        """The API has the pull requests of the project too, whose branches are in `bare`, for those with the token."""
        pulls = GitHubServer(bare, url=self.api.url)
        others = self.api.answer
        self.api.token = TOKEN

        def answer(request: Request) -> Reply:
            if not request.path.startswith(f"/repos/{PROJECT}/"):
                return others(request)
            pulls.requests.append(f"{request.method} {request.target}")
            content = json.loads(request.body) if request.body else None
            answered = pulls.answer(request.method, request.target, request.headers.get("authorization", ""), content)
            if isinstance(answered.content, str):
                return Reply(answered.status, answered.content.encode("latin-1"), answered.headers)
            return reply(answered.content, answered.status, answered.headers)

        self.api.answer = answer
        return pulls

    def always(self, reply: Reply) -> None:
        """From now on both hosts answer with this alone."""
        self.raw.answer = self.api.answer = lambda _: reply
