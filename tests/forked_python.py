"""`python -c` in a process of its own, forked from one that has imported the libraries that a client needs.

Most of the time of a short program that makes a call is the import of httpx2 and pydantic: done once for all of them.
Nothing of nemogen or of a generated package is imported before the fork.

Run as a program: each line of stdin is a program as JSON: `code`, `arguments`, `folder`, `environment`, whether it is
`strict`, and the files that take `out` and `err`. For each a line of stdout says its exit status. It ends with stdin.
"""

from __future__ import annotations

import atexit
import functools
import importlib
import json
import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

_LIBRARIES = ("asyncio", "httpx2", "pydantic", "typing_extensions")


def run_python(
    code: str, *arguments: str, folder: Path, environment: Mapping[str, str], strict: bool = False
) -> subprocess.CompletedProcess[str]:
    """How a program ends that sees this environment alone, in `folder`, where nothing is to be read from stdin.

    Of the variables that Python reads when it starts, PYTHONPATH counts. `strict` is `-W error`.
    """
    with tempfile.TemporaryDirectory() as name:
        out, err = Path(name, "out"), Path(name, "err")
        program: dict[str, Any] = {"code": code, "arguments": arguments, "folder": str(folder), "strict": strict}
        program["environment"] = dict(environment)
        status = _server().ask({**program, "out": str(out), "err": str(err)})
        said, reported = (path.read_text(encoding="utf-8") for path in (out, err))
    return subprocess.CompletedProcess([sys.executable, "-c", code, *arguments], status, said, reported)


class _Server:
    """The process that forks."""

    def __init__(self) -> None:
        own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forked_python"],
            cwd=Path(__file__).parents[1],
            env={**own, "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self._process.communicate)

    def ask(self, program: Mapping[str, Any]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(program) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@functools.cache
def _server() -> _Server:
    return _Server()


def _become(program: Mapping[str, Any]) -> None:
    """Make this process what the program expects, as the interpreter does before it runs code."""
    os.chdir(program["folder"])
    os.environ.clear()
    os.environ.update(program["environment"])
    for path, descriptor, mode in ((os.devnull, 0, os.O_RDONLY), (program["out"], 1, 0), (program["err"], 2, 0)):
        os.dup2(os.open(path, mode or os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), descriptor)
    searched = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    sys.path[0:1] = ["", *searched]
    sys.argv = ["-c", *program["arguments"]]
    if program["strict"]:
        warnings.simplefilter("error")
    sys.modules["__main__"] = ModuleType("__main__")


def _serve() -> None:
    """Returns in a child, once its program has run: it then ends as every interpreter does."""
    for name in _LIBRARIES:
        importlib.import_module(name)
    for line in sys.stdin:
        program = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(program)
            exec(compile(program["code"], "<string>", "exec"), vars(sys.modules["__main__"]))
            return
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
