"""The other files of a document: where they may be, and how they are read.

A path never leaves the project (or the folder given), a URL never the origin or the repository of the source.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit

from nemogen.errors import Location, SpecError
from nemogen.http.client import Http
from nemogen.http.failures import NotFound, TooLarge
from nemogen.http.messages import Request
from nemogen.http.urls import shown
from nemogen.light_dataclasses import dataclass
from nemogen.links import refuse_links
from nemogen.openapi.text import ParsedText, parse_text
from nemogen.source.bounded_read import MAX_BYTES, read_bounded
from nemogen.source.bundle import Bundle, bundle, may_have_outside_references
from nemogen.source.bundle_references import LoadText
from nemogen.source.path_beside import path_beside, refused_file

MOST_FILES: Final = 5_000
"""Far above the largest public document (a file for each operation and schema: about 2,000)."""

ReadFile: TypeAlias = Callable[[str], tuple[str, bytes]]
"""By name (see `bundle.LoadText`), the name of a file in messages and its bytes. Raises a NemogenError."""


def bundle_text(content: bytes, file: str, read_file: ReadFile, limit: int = MAX_BYTES) -> Bundle | None:
    """`content`, named `file` (a path or URL), bundled with all other files; None if it has none.

    Raises SpecError for a reference that cannot be followed, for too many files, and for more than `limit` bytes.
    """
    if not may_have_outside_references(content):
        return None
    root = parse_text(content, file)
    found = bundle(root, _bounded(read_file, file, limit - len(content)))
    return None if found.value == root.value else found


def _bounded(read_file: ReadFile, root: str, limit: int) -> LoadText:
    sizes: list[int] = []

    def load(name: str) -> ParsedText:
        if len(sizes) >= MOST_FILES:
            raise _too_much(f"refers to more than {MOST_FILES:,} files", root)
        file, content = read_file(name)
        sizes.append(len(content))
        if sum(sizes) > limit:
            raise _too_much("is too large, together with the files that it refers to", root)
        return parse_text(content, file)

    return load


def files_below(folder: Path, root: str, limit: int = MAX_BYTES) -> ReadFile:
    """Files of a folder (a project), relative to that of the file `root` in it. Links out of it are rejected."""

    def read_file(name: str) -> tuple[str, bytes]:
        path = path_beside(root, name)
        refuse_links(folder, folder / path)
        return path, read_bounded(folder / path, path, limit)

    return read_file


@dataclass(frozen=True, slots=True)
class UrlFiles:
    """Files at the origin of a URL, requested by `request` like the root, with the same credentials."""

    http: Http
    request: Request

    def __call__(self, name: str) -> tuple[str, bytes]:
        """See ReadFile."""
        url = urljoin(self.request.url, name)
        if _origin(url) != _origin(self.request.url):
            raise refused_file(shown(url), "only files of the same origin are read (scheme, host and port)")
        return send_for(self.http, replace(self.request, url=url))


def send_for(http: Http, request: Request) -> tuple[str, bytes]:
    """The name of a file in messages and its bytes. Raises SpecError if it is missing or too large."""
    name = shown(request.url)
    try:
        return name, http.send(request).content
    except (NotFound, TooLarge) as error:
        problem = error.problems[0]
        raise SpecError(problem.what, where=Location(name), remedy=problem.remedy) from error


def _origin(url: str) -> tuple[str, str, int | None]:
    parts: SplitResult = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or {"https": 443, "http": 80}.get(parts.scheme)


def _too_much(what: str, root: str) -> SpecError:
    return SpecError(what, where=Location(root), remedy="Use a smaller document.")
