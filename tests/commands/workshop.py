"""A project of a user in a temporary folder, and the installed command in it."""

from __future__ import annotations

import atexit
import functools
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from nemogen.report.model import Report
from tests.interrupts import with_ctrl_c
from tests.publish.repositories import SETTINGS, git
from tests.publish.trees import plant, tree
from tests.servers.loopback import CERTIFICATE

COMMAND = str(Path(sys.executable).with_name("nemogen"))
SCHEMA = json.loads(Path(__file__).parents[2].joinpath("generator/nemogen/report/report.schema.json").read_bytes())
REPOSITORY, SPEC_PATH = "owner/docs", "api/shop.json"
ON_GITHUB = f'[source]\nrepository = "{REPOSITORY}"\nbranch = "main"\npath = "{SPEC_PATH}"\n'
IN_A_FILE = '[source]\nfile = "docs/shop.json"\n'
START_UP = "START_UP"
"""The variable that holds code for `Workshop.run`: the command's process runs it first."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str

    def __str__(self) -> str:
        return f"status {self.status}\n{self.out}\n{self.err}"


@dataclass(frozen=True, slots=True)
class Workshop:
    """The project at `root`, which is the top of a git repository. `environment` is what its commands see."""

    root: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str, **variables: str) -> Done:
        """`nemogen` with these arguments, in the project's folder."""
        environment = {**os.environ, **self.environment, **variables}
        if any(name.startswith("PYTHON") for name in variables):
            return self._run_cold(arguments, environment)
        with tempfile.TemporaryDirectory() as name:
            return _run_warm(self.root, arguments, environment, Path(name))

    def run_for_report(self, *arguments: str) -> tuple[Done, Report]:
        """How `nemogen` with these arguments ended, and the report that it printed, for other formats to be tried."""
        with tempfile.TemporaryDirectory() as name:
            path = Path(name, "report")
            environment = {**os.environ, **self.environment}
            done = _run_warm(self.root, arguments, environment, Path(name), report=str(path))
            kept = pickle.loads(path.read_bytes())
            assert isinstance(kept, Report)
            return done, kept

    def _run_cold(self, arguments: tuple[str, ...], environment: Mapping[str, str]) -> Done:
        """In an interpreter of its own, which reads the variables that are meant for it."""
        command = [COMMAND, *arguments]
        done = subprocess.run(
            command, cwd=self.root, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
        """The same, left to run, in a process group of its own: what a terminal's Ctrl-C reaches."""
        with with_ctrl_c():
            return subprocess.Popen(
                [COMMAND, *arguments],
                cwd=self.root,
                env={**os.environ, **self.environment, **variables},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )

    def report(self, *arguments: str, status: int, **variables: str) -> dict[str, Any]:
        """The report of a command as JSON, which keeps to its schema and has this exit status."""
        done = self.run(*arguments, "--format", "json", **variables)
        assert done.status == status, done
        document: dict[str, Any] = json.loads(done.out)
        jsonschema.validate(document, SCHEMA)
        assert document["exit_status"] == status
        return document

    def states(self, *arguments: str, status: int, **variables: str) -> dict[str, str]:
        """State by subject, of the only API."""
        (api,) = self.report(*arguments, status=status, **variables)["apis"]
        return {subject["name"]: subject["state"] for subject in api["subjects"]}

    def tree(self) -> dict[str, bytes]:
        """Every file with its content, but those of git and of nemogen itself."""
        return tree(self.root)

    def write(self, path: str, content: bytes | str) -> None:
        plant(self.root, {path: content.encode() if isinstance(content, str) else content})

    def commit(self, message: str = "the user's") -> str:
        """Commit all that lies there."""
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--message", message)
        return self.head()

    def head(self) -> str:
        return git(self.root, "rev-parse", "HEAD")

    def version(self, api: str = "shop") -> str:
        """The version that the generated package says it has."""
        text = (self.root / "generated" / api / "pyproject.toml").read_text(encoding="utf-8")
        return next(line.split('"')[1] for line in text.splitlines() if line.startswith("version"))

    def lock(self, api: str = "shop") -> dict[str, Any]:
        value: dict[str, Any] = json.loads((self.root / "specs" / api / "lock.json").read_bytes())
        return value

    def add_remote(self) -> Path:
        """A bare repository beside the project that is its `origin`, with the main branch."""
        bare = self.root.parent / "remote.git"
        git(self.root.parent, "init", "--bare", "--quiet", str(bare))
        git(self.root, "remote", "add", "origin", str(bare))
        git(self.root, "push", "--quiet", "origin", "main")
        return bare

    def pack(self) -> Workshop:
        """Have git keep all its objects in one file, of which copies are made sooner than of hundreds."""
        git(self.root, "repack", "-a", "-d", "--quiet")
        return self

    def copy(self, to: Path, environment: Mapping[str, str]) -> Workshop:
        """The same project somewhere else."""
        shutil.copytree(self.root, to, symlinks=True)
        return Workshop(to, environment)


class WarmProcess:
    """nemogen with its libraries imported (see warm.py)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.commands.warm"],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        atexit.register(self.close)

    def ask(self, command: Mapping[str, Any]) -> int:
        """The exit status of a command."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def kill(self) -> None:
        """End the process at once, with the command that it has forked for."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        atexit.unregister(self.close)


def _run_warm(root: Path, arguments: tuple[str, ...], environment: Mapping[str, str], to: Path, **more: str) -> Done:
    """How `nemogen` ends in a fork of the warm process; its output is kept in the folder `to` meanwhile."""
    out, err = to / "out", to / "err"
    command = {"arguments": arguments, "folder": str(root), "environment": environment, **more}
    status = warm_process().ask({**command, "out": str(out), "err": str(err)})
    return Done(status, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))


@functools.cache
def warm_process() -> WarmProcess:
    """The one of this process."""
    return WarmProcess()


def open_workshop(root: Path, files: Mapping[str, str | bytes], environment: Mapping[str, str]) -> Workshop:
    """A new project with these files, committed."""
    root.mkdir(parents=True)
    git(root, "init", "--quiet")
    workshop = Workshop(root, environment)
    for path, content in files.items():
        workshop.write(path, content)
    workshop.commit("start")
    return workshop


def isolate(patch: pytest.MonkeyPatch, home: Path) -> None:
    """An empty home with an identity for git, no token, no proxy, and no colour asked for."""
    for name in list(os.environ):
        if name.startswith(("GIT_", "GITHUB_", "NEMOGEN_RAW")) or name.lower().endswith("_proxy"):
            patch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "GH_TOKEN"):
        patch.delenv(name, raising=False)
    patch.setenv("HOME", str(home))
    patch.setenv("XDG_CONFIG_HOME", str(home))
    # Most of a type check is what mypy has to learn of the dependencies: learnt once for all tests of a worker.
    patch.setenv("MYPY_CACHE_DIR", str(home.parent / "mypy"))
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    patch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    (home / ".gitconfig").write_text(SETTINGS, encoding="utf-8")
    # The one of the servers on loopback: each command that asks one would read those of the system.
    patch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
