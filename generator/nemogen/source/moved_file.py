"""Finds the new path of a moved file: files of equal or similar content in the same tree."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from nemogen.config import GitHubSource
from nemogen.http.failures import NotFound, TooLarge
from nemogen.http.github import GitHub
from nemogen.http.github_files import Entry, Tree, file_request, tree
from nemogen.light_dataclasses import dataclass

LEAST_SIMILARITY: Final = 0.5
_READ_AT_MOST: Final = 8
_WORD: Final = re.compile(rb"[^\s,:{}\[\]\"]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A path that the file may have moved to.

    `similarity` is 1 for equal content, else the share of equal words, of which words in few candidates count
    more: the documents of one publisher differ in little else.
    """

    path: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Search:
    """Candidates, best first. `complete` False: GitHub truncated the list of files: an empty result proves nothing."""

    candidates: tuple[Candidate, ...]
    complete: bool


def find_moved(github: GitHub, source: GitHubSource, content: bytes) -> Search:
    """Search the head of the branch for the file that had `content` (the pinned spec). Raises what Api.get raises.

    Equal content is found by git's hash, without reading a file. Otherwise the most likely few are read. Those of the
    same name come first, however much they changed; others need LEAST_SIMILARITY.
    """
    listing = tree(github, source)
    return search(listing, source.path, content, lambda path: _read(github, source, path))


def search(listing: Tree, path: str, content: bytes, read: Callable[[str], bytes | None]) -> Search:
    """The pure part of `find_moved`: `read` gives the bytes of a path in the tree, or None where it cannot."""
    blob, name = blob_hash(content), PurePosixPath(path).name
    entries = [entry for entry in listing.entries if entry.path != path]
    found = [Candidate(entry.path, 1.0) for entry in entries if entry.blob == blob]
    if not found:
        near = sorted((entry.path for entry in entries if _near(entry, path, len(content))), key=partial(_order, path))
        texts = {other: text for other in near[:_READ_AT_MOST] if (text := read(other)) is not None}
        found = [Candidate(other, share) for other, share in similarities(content, texts).items()]
        found = [row for row in found if PurePosixPath(row.path).name == name or row.similarity >= LEAST_SIMILARITY]
    found.sort(key=lambda row: (PurePosixPath(row.path).name != name, -row.similarity, _order(path, row.path)))
    return Search(tuple(found), listing.complete)


def similarities(content: bytes, others: Mapping[str, bytes]) -> dict[str, float]:
    """0 to 1 for each of `others`: Dice's coefficient of the sets of words, words weigh less if more texts have it."""
    ours = set(_WORD.findall(content))
    words = {path: set(_WORD.findall(text)) for path, text in others.items()}
    holders = Counter(word for held in words.values() for word in held)

    def weight(held: set[bytes]) -> float:
        return sum(1 / holders.get(word, 1) for word in sorted(held))

    return {
        path: round(2 * weight(ours & held) / (weight(ours) + weight(held)), 3) if ours or held else 0.0
        for path, held in words.items()
    }


def blob_hash(content: bytes) -> str:
    """git's hash (SHA-1) of a file of this content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _near(entry: Entry, path: str, size: int) -> bool:
    """Whether it is worth reading: same name, or same kind and similar size."""
    ours, theirs = PurePosixPath(path), PurePosixPath(entry.path)
    return theirs.name == ours.name or (theirs.suffix == ours.suffix and size / 4 <= entry.size <= size * 4)


def _order(wanted: str, path: str) -> tuple[bool, float, str]:
    """Sorts by likelihood: equal name, then similarity of names and folders."""
    ours, theirs = PurePosixPath(wanted), PurePosixPath(path)
    names = SequenceMatcher(None, ours.name, theirs.name).ratio()
    folders = SequenceMatcher(None, ours.parent.parts, theirs.parent.parts).ratio()
    return theirs.name != ours.name, -(names + folders), path


def _read(github: GitHub, source: GitHubSource, path: str) -> bytes | None:
    try:
        return github.api.http.send(file_request(github, source.repository, source.branch, path)).content
    except (NotFound, TooLarge):  # one candidate that is not a document must not hide the others
        return None
