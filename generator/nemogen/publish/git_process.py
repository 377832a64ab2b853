"""The only place that runs git: the user's program with the user's configuration, hooks and credentials.

It never prompts on a terminal, never goes through a shell, and gets each path literally.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from nemogen.errors import GitError, Location
from nemogen.light_dataclasses import dataclass
from nemogen.redact import presentable

LOCAL = 60.0
HOOKED = 900.0
NETWORK = 300.0
"""Timeouts in seconds of git commands: local ones, those with the user's hooks, those with a remote."""

# A hook that runs nemogen passes on its own repository; ours is found from the project's folder.
_DROPPED = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
_SET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a git command ended. `errors` is fit to be shown."""

    status: int
    output: bytes
    errors: str

    @property
    def text(self) -> str:
        """The output, with bytes that are not valid UTF-8 as `os.fsdecode` returns them."""
        return self.output.decode(errors="surrogateescape")

    @property
    def line(self) -> str:
        """The output without the line feed at its end."""
        return self.text.rstrip("\n")


def run(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    environ: Mapping[str, str] | None = None,
    timeout: float = LOCAL,
    inherited: tuple[int, ...] = (),
) -> Outcome:
    """Run git in `folder`. Raises GitError if git is missing or takes longer than `timeout` seconds."""
    variables = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    try:
        process = subprocess.Popen(
            ["git", *arguments],
            cwd=folder,
            env={**variables, **_SET, **(environ or {})},
            pass_fds=inherited,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise GitError(
            f"git cannot be run: {error.strerror}: {error.filename}",
            where=Location(str(folder)),
            remedy="Install git and put it on PATH; commands with --no-commit work without it.",
        ) from error
    with process:
        try:
            output, errors = process.communicate(stdin, timeout)
        except BaseException as error:  # also an interrupt: git does not outlive the command
            _stop(process)
            if isinstance(error, subprocess.TimeoutExpired):
                command = next(each for each in arguments if not each.startswith("-") and "=" not in each)
                raise GitError(
                    f"git {command} did not finish within {timeout:.0f} seconds",
                    where=Location(str(folder)),
                    remedy="Run it by hand to see what it waits for: a password, a hook, the network.",
                ) from error
            raise
    return Outcome(process.returncode, output, presentable(errors.decode(errors="replace")))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop git so that it removes its lock files, which SIGKILL would leave behind."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()


def literal(path: str) -> str:
    """A pathspec for a literal path. An environment variable would affect hooks as well."""
    return f":(literal){path}"


def user_locale() -> Mapping[str, str]:
    """For commands that run hooks: the user's own character set, but git's messages untranslated."""
    return {"LC_ALL": os.environ.get("LC_ALL", ""), "LANGUAGE": "en"}
