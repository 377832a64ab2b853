"""The file that a download is written to. It gets its name once it is complete."""

from __future__ import annotations

import contextlib
import hashlib
import json
import uuid
from pathlib import Path
from typing import IO

_SUFFIX = ".part"
_FACTS_SUFFIX = ".part.json"


class PartFile:
    """Bytes on their way to `path`, in a file beside it. A device or a pipe is written to as it is.

    `keeps` leaves what has come, should the download fail, with a file beside it that says what it is a part of: a
    later download goes on there. Else nothing is left of it.
    """

    def __init__(self, path: Path, *, keeps: bool) -> None:
        self._path = path = path.resolve() if path.is_symlink() else path
        self._is_direct = path.exists() and not path.is_file()
        self._has_facts = self._keeps = keeps and not self._is_direct
        own = f"{path.name}{_SUFFIX}" if keeps else f"{path.name}.{uuid.uuid4().hex[:8]}{_SUFFIX}"
        self._part = path if self._is_direct else path.with_name(own)
        self._facts = path.with_name(f"{path.name}{_FACTS_SUFFIX}")
        self._file: IO[bytes] | None = None

    def kept(self) -> tuple[int, str, str] | None:
        """What an earlier download has left: how much, the version, and of what; None if there is nothing."""
        if not self._keeps:
            return None
        try:
            facts = json.loads(self._facts.read_text("utf-8"))
            found = self._part.stat().st_size, str(facts["validator"]), str(facts["source"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return found if found[0] and found[1] else None

    def open(self, at: int, validator: str, source: str) -> None:
        """Begin to write, after the first `at` bytes of what is kept. Raises OSError."""
        self._file = self._part.open("r+b" if at else "wb")
        self._file.seek(at)
        if not self._is_direct:
            self._file.truncate()
        self._keeps = self._keeps and bool(validator)
        if self._keeps:
            self._facts.write_text(json.dumps({"validator": validator, "source": source}), "utf-8")

    def write(self, data: bytes) -> None:
        """Add bytes. Raises OSError."""
        assert self._file is not None, "it was opened"
        self._file.write(data)

    def finish(self) -> None:
        """All has come: the file gets its name. Raises OSError."""
        self._close()
        if not self._is_direct:
            self._part.replace(self._path)
            self._forget()

    def fail(self) -> None:
        """The download failed: leave nothing, or what a later one goes on with."""
        with contextlib.suppress(OSError):
            self._close()
        if not self._keeps and not self._is_direct and self._file is not None:
            with contextlib.suppress(OSError):
                self._part.unlink(missing_ok=True)
                self._forget()

    def _forget(self) -> None:
        if self._has_facts:
            self._facts.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()


def source_id(operation: str, url: str) -> str:
    """The identity of a download, without the secrets that a URL may contain."""
    return hashlib.sha256(f"{operation} {url}".encode()).hexdigest()
