"""`python -c` in a process of its own, forked from one that has imported the libraries that a client needs.

Most of the time of a short program that makes a call is the import of httpx2 and pydantic; much of the rest compiles
the runtime of the generated package. Both are done once for all. Nothing of nemogen or of a generated package is
imported before the fork.

Run as a program: each line of stdin is a program as JSON: `code`, `arguments`, `folder`, `environment`, whether it is
`strict`, the file that is its `stdin`, the files that take `out` and `err`, and the `seconds` after which a signal ends
it. For each a line of stdout says its exit status. It ends with stdin.
"""

from __future__ import annotations

import atexit
import fcntl
import functools
import gc
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import Mapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

_RUNTIME = Path(__file__).parents[1] / "generator" / "nemogen" / "runtime"
_LIBRARIES = (
    *("asyncio", "http.server", "httpcore2", "httpx2", "pydantic.main", "pydantic.type_adapter", "typing_extensions"),
    "unittest.mock",
)


def run_python(
    code: str,
    *arguments: str,
    folder: Path,
    environment: Mapping[str, str],
    strict: bool = False,
    stdin: bytes = b"",
    seconds: float = 0,
) -> subprocess.CompletedProcess[str]:
    """How a program ends that sees this environment alone, in `folder`. `strict` is `-W error`.

    Of the variables that Python reads when it starts, PYTHONPATH and PYTHONDONTWRITEBYTECODE count.
    Raises TimeoutExpired where it has not ended after so many seconds, if there are any.
    """
    command = [sys.executable, "-c", code, *arguments]
    with tempfile.TemporaryDirectory() as name:
        out, err, given = Path(name, "out"), Path(name, "err"), Path(name, "in")
        given.write_bytes(stdin)
        program: dict[str, Any] = {"code": code, "arguments": arguments, "folder": str(folder), "strict": strict}
        program |= {"environment": dict(environment), "stdin": str(given), "seconds": seconds}
        status = start_server().ask({**program, "out": str(out), "err": str(err)})
        said, reported = (path.read_text(encoding="utf-8") for path in (out, err))
    if seconds and status == -signal.SIGALRM:
        raise subprocess.TimeoutExpired(command, seconds)
    return subprocess.CompletedProcess(command, status, said, reported)


class _Server:
    """The process that forks. The forks of the process that started it may ask it too, each in its turn."""

    def __init__(self) -> None:
        self._turn_of_process = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._turn_of_thread = threading.Lock()
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
        with self._turn_of_thread:
            fcntl.lockf(self._turn_of_process, fcntl.LOCK_EX)
            try:
                self._process.stdin.write(json.dumps(program) + "\n")
                self._process.stdin.flush()
                return int(self._process.stdout.readline())
            finally:
                fcntl.lockf(self._turn_of_process, fcntl.LOCK_UN)


@functools.cache
def start_server() -> _Server:
    """The one of this process."""
    return _Server()


def _become(program: Mapping[str, Any]) -> None:
    """Make this process what the program expects, as the interpreter does before it runs code."""
    os.chdir(program["folder"])
    os.environ.clear()
    os.environ.update(program["environment"])
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for name, descriptor, mode in (("stdin", 0, os.O_RDONLY), ("out", 1, written), ("err", 2, written)):
        os.dup2(os.open(program[name], mode, 0o644), descriptor)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    tempfile.tempdir = None  # TMPDIR is read anew
    sys.dont_write_bytecode = sys.dont_write_bytecode or bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))
    if program["seconds"]:
        signal.setitimer(signal.ITIMER_REAL, program["seconds"])
    searched = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    sys.path[0:1] = ["", *searched]
    sys.argv = ["-c", *program["arguments"]]
    if program["strict"]:
        warnings.simplefilter("error")
    sys.modules["__main__"] = ModuleType("__main__")


def _at(path: str, code: CodeType) -> CodeType:
    """The same code, of another file."""
    constants = (_at(path, each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_filename=path, co_consts=tuple(constants))


def _compile_runtime() -> None:
    """Compile the modules that are copied into each package, and have a copy of one taken from there."""
    compiled = {
        content: compile(content, path, "exec", dont_inherit=True)
        for path in _RUNTIME.rglob("*.py")
        for content in (path.read_bytes(),)
    }
    compile_anew = SourceFileLoader.source_to_code

    def source_to_code(self: SourceFileLoader, data: bytes, path: str, **options: Any) -> CodeType:
        known = compiled.get(bytes(data))
        return compile_anew(self, data, path, **options) if known is None else _at(path, known)

    SourceFileLoader.source_to_code = source_to_code  # type: ignore[assignment]


def _serve() -> None:
    """Returns in a child, once its program has run: it then ends as every interpreter does."""
    for name in _LIBRARIES:
        importlib.import_module(name)
    _compile_runtime()
    gc.collect()
    gc.freeze()  # the children need not look through all that again
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
