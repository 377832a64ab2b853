"""Compiled templates in the user's cache folder: to compile them takes longer than to render them.

An entry is found by all that it is made of: the template's text, the options of the environment, the versions of Jinja
and Python. What is damaged, or what somebody else may have put there, is ignored and written again.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket

from nemogen.installed_tools import tool_versions

VARIABLE: Final = "NEMOGEN_CACHE_DIR"
"""The folder of the cache; empty: there is none."""

_MOST: Final = 400
"""Entries that are kept; a nemogen with its own templates has 32. Beyond that all are removed."""
_DIGEST: Final = hashlib.sha256().digest_size
_ENDING: Final = ".template"


def template_cache(options: Mapping[str, object]) -> TemplateCache | None:
    """The cache for an environment with these options; None where there is no folder for it."""
    folder, versions = _folder(), tool_versions(("jinja2",))
    if folder is None or not versions:
        return None
    made_by = (sys.implementation.cache_tag, sys.hexversion, versions["jinja2"], sorted(options.items()))
    return TemplateCache(folder / "templates", repr(made_by))


def _folder() -> Path | None:
    given = os.environ.get(VARIABLE)
    if given is not None:
        return Path(given) if given else None
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if base.is_absolute():  # the specification of base folders has relative ones ignored
        return base / "nemogen"
    try:
        return Path.home() / ".cache" / "nemogen"
    except RuntimeError:
        return None


class TemplateCache(jinja2.BytecodeCache):
    """A file for each compiled template: the digest of all that follows, then what Jinja keeps.

    `made_by` says what else than its text an entry depends on.
    """

    def __init__(self, folder: Path, made_by: str) -> None:
        self._folder = folder
        self._made_by = made_by

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """The name alone: the key does not depend on the folder of the templates."""
        return name

    def get_source_checksum(self, source: str) -> str:
        return hashlib.sha256(f"{self._made_by}\0{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        if not _is_ours(self._folder):
            return
        try:
            content = self._file(bucket).read_bytes()
        except OSError:
            return
        digest, code = content[:_DIGEST], content[_DIGEST:]
        if digest == hashlib.sha256(code).digest():
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        code = bucket.bytecode_to_string()
        with suppress(OSError):  # the next run compiles the template again
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(self._folder):
                self._make_room()
                self._write(self._file(bucket), hashlib.sha256(code).digest() + code)

    def _file(self, bucket: Bucket) -> Path:
        # The checksum alone would do, were it not for templates of the same text: code knows the name of its template.
        key = hashlib.sha256(f"{bucket.key}\0{bucket.checksum}".encode()).hexdigest()
        return self._folder / f"{key}{_ENDING}"

    def _make_room(self) -> None:
        entries = list(self._folder.glob(f"*{_ENDING}"))
        for entry in entries if len(entries) >= _MOST else ():
            entry.unlink(missing_ok=True)  # another process may make room too

    def _write(self, path: Path, content: bytes) -> None:
        """The whole file at once: others may read it meanwhile."""
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
            written = Path(file.name)
        try:
            written.write_bytes(content)
            written.replace(path)
        except BaseException:  # also an interrupt: no temporary file is left behind
            written.unlink(missing_ok=True)
            raise


def _is_ours(folder: Path) -> bool:
    """Whether no other user can write there: an entry is code."""
    if not hasattr(os, "getuid"):
        return folder.is_dir()
    try:
        found = folder.stat()
    except OSError:
        return False
    return found.st_uid == os.getuid() and not found.st_mode & 0o022
