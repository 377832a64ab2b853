"""Run as a program: nemogen with its libraries imported and its templates compiled, forked for each command.

Most of the time of a command on a small spec is imports, and most of the rest compiles templates: both are done once.

Each line of stdin is a command as JSON: `arguments`, `folder`, `environment`, the files that take `out` and `err`, and
perhaps the one that takes the `report` that is printed, pickled. The variable START_UP may hold code that is run before
the command. For each a line of stdout says its exit status, negative for a signal. It ends with stdin.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pickle
import pkgutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from nemogen.assets import Assets, own_templates, runtime_folder
from nemogen.cli.terminal import Terminal
from nemogen.client.engines import build_package, load_engines
from nemogen.client.models_worker import run_in_this_process
from nemogen.diff.python.surface_reader import read
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.report.model import Report
from tests.commands import documents
from tests.forked_python import run_python, start_server

LIBRARIES = (
    *("datamodel_code_generator.parser.openapi", "datamodel_code_generator.model.pydantic_v2", "httpx2", "yaml"),
    *("griffe", "multiprocessing.popen_fork", "multiprocessing.synchronize", "ruff.__main__"),
)
"""What the commands import of others, also where they import it late."""

MODULE = """
import runpy, sys
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""
"""`python -m`, as code."""

PACKAGES = (
    "cli",
    "client",
    "commands",
    "diff",
    "diff.python",
    "http",
    "naming",
    "openapi",
    "publish",
    "recordings",
    "report",
    "source",
)
"""Our packages whose modules they import."""


def preload() -> None:
    """Import all of them, build a package, which compiles our templates and those of the models' engine, and read it,
    which parses the runtime."""
    for name in LIBRARIES:
        importlib.import_module(name)
    for package in (f"nemogen.{name}" for name in PACKAGES):
        for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
            importlib.import_module(module.name)
    assets = Assets(own_templates(), runtime_folder())
    load_engines(assets)
    run_in_this_process()
    document = prepare(read_value(documents.shop(), "shop.json"))
    built = build_package(document, read_settings("shop", b'[source]\nfile = "shop.json"\n', "api.toml"), assets)
    read({f"src/shop/{path}": content for path, content in built.source.items()})


def forget(fd: object) -> None:
    """In place of fsync: what it does shows only where a machine loses power, and a test would wait half its time."""


def keep_report(path: str) -> None:
    """Have the report that the command ends with written there too."""
    finish = Terminal.finish

    def keep(terminal: Terminal, report: Report) -> None:
        Path(path).write_bytes(pickle.dumps(report))
        finish(terminal, report)

    Terminal.finish = keep  # type: ignore[method-assign, assignment]


def fork_for_recordings() -> None:
    """Have what replays and records calls, by an interpreter of its own, done by a fork that has the libraries."""
    start = subprocess.run

    def run_program(command: list[str], **options: Any) -> subprocess.CompletedProcess[Any]:
        if command[:2] != [sys.executable, "-m"] or not command[2].startswith("nemogen.recordings."):
            return start(command, **options)
        given = {"folder": Path.cwd(), "environment": options["env"], "seconds": options["timeout"]}
        done = run_python(MODULE, *command[2:], stdin=options.get("input", b""), **given)
        out, err = done.stdout.encode(), done.stderr.encode()
        return subprocess.CompletedProcess(command, done.returncode, out, err)

    subprocess.run = run_program  # type: ignore[assignment]


def run(command: dict[str, Any]) -> int:
    """The exit status of the command in this process, which is at its disposal."""
    from nemogen.cli.main import main as nemogen

    os.fsync = forget
    fork_for_recordings()
    os.chdir(command["folder"])
    os.environ.clear()
    os.environ.update(command["environment"])
    tempfile.tempdir = None  # TMPDIR is read anew
    for path, descriptor, mode in ((os.devnull, 0, os.O_RDONLY), (command["out"], 1, 0), (command["err"], 2, 0)):
        os.dup2(os.open(path, mode or os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), descriptor)
    if "report" in command:
        keep_report(command["report"])
    exec(os.environ.pop("START_UP", ""), {})
    status: Any = 0
    try:
        nemogen(command["arguments"], prog_name="nemogen")
    except SystemExit as end:
        status = end.code
    except BaseException:  # noqa: BLE001 - as an interpreter does at its outermost
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status if isinstance(status, int) else 1


def forked(command: dict[str, Any]) -> int:
    child = os.fork()
    if child == 0:
        os._exit(run(command))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    start_server()
    preload()
    gc.collect()
    gc.freeze()  # the children need not look through all that again
    for line in sys.stdin:
        sys.stdout.write(f"{forked(json.loads(line))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
