"""Every block of the project's README is run, in a copy of the repository where it writes."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from nemogen.cli import main as cli
from tests.generated.readme import PROJECT, Block, blocks

README = PROJECT / "README.md"
TEXT = README.read_text(encoding="utf-8")
BLOCKS = {block.name: block for block in blocks(README)}
API = "specs/mistral-nemo"

NOT_RUN = {
    "Install: shell 1": "it needs a network",
    "Two commands: bash 1": "they set up an environment and run these tests: CI does so on a fresh machine",
}
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
IDENTITY = {
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.com",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def run(code: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Lines of bash, with the commands of the environment that runs these tests."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", code],
        cwd=folder,
        env={**os.environ, **IDENTITY, "PATH": path, "NO_COLOR": "1", **environ},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(name="clone")
def _clone(tmp_path: Path) -> Path:
    """The files of this repository as they are now, committed in a repository of their own."""
    if not (PROJECT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git repository, or git is not installed")
    listed = run("git ls-files -z --cached --others --exclude-standard", PROJECT).stdout
    target = tmp_path / "clone"
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, target / name)
    done = run("git init -q && git add --all && git commit -q -m Start", target)
    assert done.returncode == 0, done.stderr
    return target


def test_every_block_is_run_or_says_why_not() -> None:
    run_here = {"Five minutes with another API: bash 1", "The client: python 1"}
    assert set(BLOCKS) == run_here | set(NOT_RUN)


@pytest.mark.slow
def test_the_commands_work_as_they_stand(clone: Path) -> None:
    for line in BLOCKS["Five minutes with another API: bash 1"].code.splitlines():
        done = run(line, clone)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


@pytest.fixture(name="environment")
def _environment(tmp_path: Path) -> Path:
    """What `make sync` starts from where everything is installed already: an environment that finds what ours has."""
    folder = tmp_path / "environment"
    venv.create(folder, with_pip=False, symlinks=True)
    bin_folder = folder / "bin"
    packages = subprocess.check_output([bin_folder / "python", "-c", "import site; print(*site.getsitepackages())"])
    # `addsitedir` reads the .pth files that lie there too: nemogen itself is installed by one.
    ours = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    Path(packages.decode().strip(), "ours.pth").write_text(ours, encoding="utf-8")
    script = f"#!{bin_folder / 'python'}\nfrom nemogen.cli.main import main\nmain()\n"
    (bin_folder / "nemogen").write_text(script, encoding="utf-8")
    (bin_folder / "nemogen").chmod(0o755)
    (folder / ".installed").touch()
    return folder


@needs_make
def test_the_client_s_example_runs_as_shown_after_make_sync(clone: Path, environment: Path, tmp_path: Path) -> None:
    code = BLOCKS["The client: python 1"].code
    made = run(f"make sync VENV={shlex.quote(str(environment))}", clone)
    assert made.returncode == 0, made.stdout + made.stderr
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    done = run(f"{environment}/bin/python -W error example.py", tmp_path)
    assert (done.stdout, done.stderr) == ("Hello!\n", "")
    show = "import mistral_nemo; print(mistral_nemo.__file__)"
    assert run(f"{environment}/bin/python -c {shlex.quote(show)}", tmp_path).stdout.startswith(f"{clone}/generated/")
    assert run("git status --porcelain", clone).stdout == ""


def commands(block: Block) -> list[list[str]]:
    return [shlex.split(line, comments=True) for line in block.code.splitlines()]


def test_every_command_of_the_table_is_one_of_the_program() -> None:
    assert set(re.findall(r"^\| `nemogen (\w+)`", TEXT, re.MULTILINE)) <= set(cli.main.commands)


def test_every_target_that_the_text_names_can_be_made() -> None:
    made = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)`", TEXT)) | {
        words[1] for words in commands(BLOCKS["Two commands: bash 1"])
    }
    assert named <= made
    assert {"sync", "test"} <= named


def test_every_path_that_the_text_names_is_there() -> None:
    tops = {path.name for path in PROJECT.iterdir() if path.is_dir()}
    named = set(re.findall(r"[`(]([\w.-]+/[\w./-]*)[`)]", TEXT))
    paths = {path for path in named if path.split("/")[0] in tops} - {"specs/ring/api.toml"}
    assert len(paths) > 10
    assert [path for path in sorted(paths) if not (PROJECT / path).exists()] == []


def test_the_text_is_short() -> None:
    assert len(TEXT.splitlines()) <= 120
