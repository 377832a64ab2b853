"""The README's way to install the package: from a fresh clone, with pip, into an empty environment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.generated.readme import PACKAGE, PROJECT, blocks


def _run(*command: str | Path, cwd: Path, **environ: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "GIT_"))}
    done = subprocess.run(
        command, cwd=cwd, env={**kept, **environ}, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module", name="clone")
def _clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of this repository as it is committed."""
    if not (PROJECT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git repository, or git is not installed")
    folder = tmp_path_factory.mktemp("fresh")
    _run("git", "clone", "--quiet", str(PROJECT), "clone", cwd=folder)
    return folder / "clone"


@pytest.mark.slow
def test_the_package_installs_from_a_fresh_clone_into_an_empty_environment(clone: Path, tmp_path: Path) -> None:
    pytest.importorskip("setuptools")
    venv.create(tmp_path / "env", with_pip=True)
    folder = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    command = next(block.code for block in blocks(PACKAGE / "README.md") if block.name == "Install: bash 1")
    # Without a network: pip finds the build backend beside us, and leaves httpx2 and pydantic out.
    offline = {
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}",
    }
    _run("bash", "-eu", "-c", command, cwd=clone, **offline)
    show = "import mistral_nemo; print(mistral_nemo.__version__, mistral_nemo.__file__)"
    version, file = _run(folder / "python", "-c", show, cwd=tmp_path).split(maxsplit=1)
    lock = json.loads((clone / "specs/mistral-nemo/lock.json").read_text(encoding="utf-8"))
    assert version == lock["package_version"]
    installed = Path(file).parent
    assert installed.is_relative_to(tmp_path / "env")
    found = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if "__pycache__" not in path.parts}
    expected = {path.removeprefix("src/mistral_nemo/") for path in lock["files"] if path.startswith("src/")}
    assert {path for path in found if (installed / path).is_file()} == expected


def test_nothing_is_committed_in_the_package_that_the_lock_does_not_know(clone: Path) -> None:
    lock = json.loads((clone / "specs/mistral-nemo/lock.json").read_text(encoding="utf-8"))
    committed = _run("git", "ls-files", "generated/mistral-nemo", cwd=clone).splitlines()
    assert sorted(path.removeprefix("generated/mistral-nemo/") for path in committed) == sorted(lock["files"])


def test_the_installed_package_answers(clone: Path, tmp_path: Path) -> None:
    """The committed source, with the libraries that it names, against a server of its own."""
    code = """
from mistral_nemo import MistralNemo
from mistral_nemo.testing import FakeServer, stream_response
piece = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m",
         "choices": [{"index": 0, "delta": {"content": "Hello"}, "finish_reason": "stop"}]}
with FakeServer(stream_response([piece])) as server, MistralNemo(api_key="k", base_url=server.url) as client:
    with client.chat.completions.stream(messages=[{"role": "user", "content": "Hello"}]) as stream:
        print(*stream.text)
"""
    source = clone / "generated/mistral-nemo/src"
    assert _run(sys.executable, "-W", "error", "-c", code, cwd=tmp_path, PYTHONPATH=str(source)) == "Hello"
