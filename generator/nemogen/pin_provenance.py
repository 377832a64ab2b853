"""Where the bytes of a pinned spec come from. Cheap to import: the lock has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes of a pin come from. `commit` is None if the host did not name it, `etag` if it sent none.

    `parts` has the SHA-256 of each file of a document of several files, by its path relative to the folder of the root;
    it is empty for a document of one file.
    """

    url: str
    repository: str | None = None
    path: str | None = None
    branch: str | None = None
    commit: str | None = None
    etag: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
