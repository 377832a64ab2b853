"""Reads a document that a project's command prints, within time and size limits."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Final

from nemogen.errors import Location, ToolError
from nemogen.redact import presentable
from nemogen.source.bounded_read import too_large

SECONDS: Final = 120.0
_STEP: Final = 0.05
_MOST_OF_ERRORS: Final = 4_000


def run_command(command: Sequence[str], folder: Path, limit: int, seconds: float = SECONDS) -> bytes:
    """What `command` prints to stdout, run in `folder` without a shell.

    Raises ToolError if it does not exist, fails, or takes longer than `seconds`; SpecError if it prints more than
    `limit` bytes. Its child processes are stopped then.
    """
    where = Location(shlex.join(command))
    program = shutil.which(command[0], path=None)
    if program is None:
        raise ToolError("no such command", where=where, remedy="Install it, or correct command in [source].")
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        try:
            # Files, not pipes: nothing has to be read while it runs, and child processes cannot keep a pipe open.
            process = subprocess.Popen(
                [program, *command[1:]],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        except OSError as error:
            remedy = "Correct command in [source] of api.toml."
            raise ToolError(f"cannot be run: {error.strerror}", where=where, remedy=remedy) from error
        try:
            is_over = _wait(process, out, limit, time.monotonic() + seconds)
        finally:
            _stop(process)
        if os.fstat(out.fileno()).st_size > limit:
            raise too_large(where, limit)
        if is_over:
            raise ToolError(f"takes longer than {seconds:g} seconds", where=where, remedy="Make it faster.")
        if process.returncode:
            raise ToolError(
                f"failed with status {process.returncode}: {_end_of(err)}",
                where=where,
                remedy="Run it in the project's folder, then fix it, or command in [source] of api.toml.",
            )
        out.seek(0)
        return out.read()


def _wait(process: subprocess.Popen[bytes], out: IO[bytes], limit: int, end: float) -> bool:
    """Waits until it ends, prints too much or times out; True for the last."""
    while os.fstat(out.fileno()).st_size <= limit:
        try:
            process.wait(timeout=_STEP)
        except subprocess.TimeoutExpired:
            if time.monotonic() > end:
                return True
        else:
            return False
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """The command and what it started; on systems without process groups, only the command."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()


def _end_of(err: IO[bytes]) -> str:
    size = os.fstat(err.fileno()).st_size
    err.seek(max(0, size - _MOST_OF_ERRORS))
    lines = err.read(_MOST_OF_ERRORS).decode("utf-8", "replace").strip().splitlines()
    return presentable(lines[-1]) if lines else "no error output"
