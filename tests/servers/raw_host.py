"""A server that behaves like raw.githubusercontent.com."""

from __future__ import annotations

import gzip
import hashlib

from tests.servers.loopback import Loopback, Reply, Request
from tests.servers.repository import Repository


class RawHost(Loopback):
    """Serves owner/name/ref/path of its repositories with ETag, 304, 404 and gzip, a private one to any token only.

    `script` holds its bad moments.
    """

    def __init__(self, *repositories: Repository, tls: bool = False) -> None:
        super().__init__(self._file, tls=tls)
        self.repositories = {repository.name: repository for repository in repositories}

    def _file(self, request: Request) -> Reply:
        content = self._find(request.path.lstrip("/"), "authorization" in request.headers)
        if content is None:
            return Reply(404, b"404: Not Found", {"Content-Type": "text/plain; charset=utf-8"})
        zipped = "gzip" in request.headers.get("accept-encoding", "")
        etag = f'{"W/" if zipped else ""}"{hashlib.sha256(content).hexdigest()}"'
        headers = {"ETag": etag, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "max-age=300"}
        asked = request.headers.get("if-none-match", "")
        if asked.removeprefix("W/") == etag.removeprefix("W/"):
            return Reply(304, b"", headers)
        if zipped:
            return Reply(200, gzip.compress(content, mtime=0), {**headers, "Content-Encoding": "gzip"})
        return Reply(200, content, headers)

    def _find(self, path: str, trusted: bool) -> bytes | None:
        for name, repository in self.repositories.items():
            if repository.private and not trusted:
                continue
            rest = path.removeprefix(f"{name}/").split("/")
            for cut in range(1, len(rest)):
                commit = repository.find("/".join(rest[:cut]))
                if commit and path.startswith(f"{name}/"):
                    return commit.files.get("/".join(rest[cut:]))
        return None
