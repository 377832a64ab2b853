""".ci/run and .ci/pythons, with stand-ins for make and for interpreters."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

CI = Path(__file__).parents[1] / ".ci"
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"

MAKE = """
echo "$@" "SHARED=${NEMOGEN_UPSTREAM:-},${NEMOGEN_DOCUMENTS:-},${NEMOGEN_CONFORMANCE:-}" >> ../made
for word in "$@"; do case "$word" in VENV=*) venv=${word#VENV=};; esac; done
if [ "$1" = environment ]; then exit 0; fi
echo "Collecting 3 passed in the head"
status=0
case "$* " in
    *"$BREAK "*) echo "1 failed, 2 passed in 4.5s"; status=2;;
    *) echo "3 passed, 1 skipped in 65.1s (0:01:05)";;
esac
echo "noise after it"
exit $status
"""


def script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/bash\n{text}", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """A repository with the script, in which make and the interpreters only say what they were asked for."""
    project = tmp_path / "project"
    shutil.copytree(CI, project / ".ci")
    script(project / ".ci/pythons", "echo 3.11 /three/eleven\necho 3.12 /three/twelve\necho 3.13 /three/thirteen\n")
    script(project / ".venv/bin/python", "echo 3.12\n")
    script(project / ".venv/bin/nemogen", 'echo "checked $*"\n')
    script(tmp_path / "bin/make", MAKE)
    (tmp_path / "shared/upstream").mkdir(parents=True)
    (tmp_path / "shared/conformance").mkdir(parents=True)
    (project / ".gitignore").write_text("/.venv*\n", encoding="utf-8")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Start"]):
        subprocess.run([*git, *command], cwd=project, check=True)
    return project


def run(project: Path, broken: str = "nothing") -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEMOGEN_", "GIT_"))}
    environment = {**kept, "PATH": f"{project.parent / 'bin'}{os.pathsep}{os.environ['PATH']}", "BREAK": broken}
    return subprocess.run([".ci/run"], cwd=project, env=environment, capture_output=True, text=True, check=False)


def made(project: Path) -> list[str]:
    return (project.parent / "made").read_text(encoding="utf-8").splitlines()


def test_the_command_of_the_readme_is_run_and_then_all_other_tests_on_every_python(project: Path) -> None:
    done = run(project)
    assert done.returncode == 0, done.stdout + done.stderr
    shared = project.parent / "shared"
    data = f"SHARED={shared / 'upstream'},,{shared / 'conformance'}"
    assert made(project) == [
        f"test {data}",
        f"environment PYTHON=/three/eleven VENV=.venv-3.11 {data}",
        f"environment PYTHON=/three/thirteen VENV=.venv-3.13 {data}",
        f"suite-slow STATIC= VENV=.venv {data}",
        f"test-all STATIC= VENV=.venv-3.11 {data}",
        f"test-all STATIC= VENV=.venv-3.13 {data}",
    ]
    lines = done.stdout.splitlines()
    assert "checked check --offline --full" in lines
    assert lines[-1] == "3 passed, 1 skipped in 65.1s (0:01:05)"
    assert f"Python 3.13: {lines[-1]}" in lines


def test_a_run_that_fails_fails_the_whole_and_its_closing_line_is_the_last(project: Path) -> None:
    done = run(project, broken="VENV=.venv-3.11")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[-1] == "1 failed, 2 passed in 4.5s"
    assert "failed: Python 3.11" in lines
    assert made(project)[-1].startswith("test-all STATIC= VENV=.venv-3.13 ")


def test_what_a_run_leaves_lying_about_fails_it(project: Path) -> None:
    script(project / ".venv/bin/nemogen", "touch left\n")
    done = run(project)
    assert done.returncode == 1
    assert "?? left" in done.stderr
    assert "failed: files that changed" in done.stdout.splitlines()


def pythons(tmp_path: Path, folders: Mapping[str, str]) -> dict[str, str]:
    """The interpreters that are found in these folders (path to what they say that they are) and on the real system."""
    for path, version in folders.items():
        answer = f'[ "$3" = {version} ] && echo {path}\n' if version else "echo no such version >&2; exit 127\n"
        script(tmp_path / path, answer)
    environment = {
        "HOME": str(tmp_path),
        "PATH": f"{tmp_path / 'path'}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "PYENV_ROOT": str(tmp_path / "pyenv"),
    }
    done = subprocess.run([CI / "pythons"], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def test_interpreters_are_found_behind_shims_that_run_none_or_another_one(tmp_path: Path) -> None:
    found = pythons(
        tmp_path,
        {
            "path/python3.11": "",
            "path/python3": "3.12",
            "path/python3.13": "3.14",
            "pyenv/versions/3.11.7/bin/python3": "3.11",
            "pyenv/versions/3.12.1/bin/python3": "3.12",
            "pyenv/versions/3.13.0/bin/python3": "3.13",
        },
    )
    assert found["3.11"] == "pyenv/versions/3.11.7/bin/python3"
    assert found["3.12"] == "path/python3"
    assert found["3.13"] == "pyenv/versions/3.13.0/bin/python3"


def test_the_interpreter_of_these_tests_is_found_by_its_real_path(tmp_path: Path) -> None:
    (tmp_path / "path").mkdir()
    real = Path(sys.base_prefix) / "bin" / f"python{HERE}"
    (tmp_path / "path" / f"python{HERE}").symlink_to(real)
    found = pythons(tmp_path, {})
    done = subprocess.run([found[HERE], "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"Python {HERE}.")
