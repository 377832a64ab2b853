"""Where a file went that is gone from its path: files of equal or similar content in the same tree."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import Final

from generator.config import GitHubSource
from generator.errors import InputFault, NetworkError
from generator.spec.github import Entry, Tree, file_request, tree
from generator.spec.http import Http

LEAST_SIMILARITY: Final = 0.5
_READ_AT_MOST: Final = 8
_WORD: Final = re.compile(rb"[^\s,:{}\[\]\"]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A path that the file may have moved to; `similarity` is 1 for equal content, else the share of equal words."""

    path: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Search:
    """Candidates, best first. `complete` False: GitHub cut the list of files, so that none found proves nothing."""

    candidates: tuple[Candidate, ...]
    complete: bool


def find_moved(http: Http, source: GitHubSource, content: bytes) -> Search:
    """Look at the head of the branch for the file that had `content` (the pin). Raises what Http.get raises.

    Equal content is found by git's hash, without reading a file. Otherwise the most likely few are read: same name
    first, then names and folders that are alike, of similar size.
    """
    listing = tree(http, source)
    return search(listing, source.path, content, lambda path: _read(http, source, path))


def search(listing: Tree, path: str, content: bytes, read: Callable[[str], bytes | None]) -> Search:
    """The pure part of `find_moved`: `read` gives the bytes of a path in the tree, or None where it cannot."""
    blob = blob_hash(content)
    entries = [entry for entry in listing.entries if entry.path != path]
    equal = [Candidate(entry.path, 1.0) for entry in entries if entry.blob == blob]
    if not equal:
        equal = list(_similar(entries, path, content, read))
    ranked = sorted(equal, key=lambda found: (-found.similarity, -_alike(found.path, path), found.path))
    return Search(tuple(ranked), listing.complete)


def blob_hash(content: bytes) -> str:
    """git's hash (SHA-1) of a file of this content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _similar(
    entries: list[Entry], path: str, content: bytes, read: Callable[[str], bytes | None]
) -> Iterator[Candidate]:
    suffix, size = PurePosixPath(path).suffix, len(content)
    near = [entry for entry in entries if PurePosixPath(entry.path).suffix == suffix and _near(entry.size, size)]
    near.sort(key=lambda entry: (-_alike(entry.path, path), entry.path))
    words = Counter(_WORD.findall(content))
    for entry in near[:_READ_AT_MOST]:
        other = read(entry.path)
        similarity = 0.0 if other is None else _share(words, Counter(_WORD.findall(other)))
        if similarity >= LEAST_SIMILARITY:
            yield Candidate(entry.path, round(similarity, 3))


def _near(size: int, wanted: int) -> bool:
    return wanted / 4 <= size <= wanted * 4


def _alike(path: str, other: str) -> float:
    """0 to 3: equal names count most, then how alike the names and the folders are."""
    ours, theirs = PurePosixPath(path), PurePosixPath(other)
    names = SequenceMatcher(None, ours.name, theirs.name).ratio()
    folders = SequenceMatcher(None, ours.parent.parts, theirs.parent.parts).ratio()
    return float(ours.name == theirs.name) + names + folders


def _share(words: Counter[bytes], others: Counter[bytes]) -> float:
    """Dice's coefficient of two multisets."""
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else 0.0


def _read(http: Http, source: GitHubSource, path: str) -> bytes | None:
    url, headers = file_request(http, source.repository, source.branch, path)
    try:
        return http.get(url, headers).content
    except (NetworkError, InputFault):  # one candidate that cannot be read must not hide the others
        return None
