"""From an empty folder to a client installed from an index: the jobs that `init --ci` writes, run as their forge would.

Forge, remote and index are played on loopback: GitLab's or GitHub's API over a bare repository, and pypiserver.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
import yaml

from tests.commands import documents
from tests.commands.workshop import isolate
from tests.publish import gitlab_server, pulls_server
from tests.publish.repositories import git

pytestmark = pytest.mark.slow

CALL = """
from shop import Shop, __version__
from shop.testing import FakeServer, json_response
with FakeServer(json_response([{"name": "lamp", "colour": "red"}])) as server, Shop(base_url=server.url) as client:
    print(__version__, *(item.name for item in client.items.list()))
"""


@contextmanager
def serve_index(folder: Path) -> Iterator[str]:
    """pypiserver on loopback, which takes uploads of anybody."""
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pypiserver", "run", "--interface", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--passwords", ".", "--authenticate", ".", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _responds(port):
            assert process.poll() is None, "pypiserver ended"
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def _responds(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


class Jobs(Protocol):
    """The jobs of a forge: `sync` at night, `release` after a push of published.toml, each on a fresh checkout."""

    def sync(self) -> None: ...

    def release(self) -> None: ...

    def open_branches(self) -> list[str]: ...


@dataclass(frozen=True)
class Machine:
    """What runs jobs: `remote` is the bare repository, `tools` has commands that stand before those of the machine."""

    folder: Path
    remote: Path
    tools: Path
    index: str

    def checkout(self, *options: str) -> Path:
        """A new clone of the main branch."""
        target = self.folder / f"job-{len(list(self.folder.glob('job-*')))}"
        git(self.folder, "clone", "--quiet", *options, f"file://{self.remote}", str(target))
        return target

    def run(self, script: str, folder: Path, **variables: str) -> str:
        """Lines of a job under bash, as both forges run them."""
        path = os.pathsep.join((str(self.tools), str(Path(sys.executable).parent), os.environ["PATH"]))
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env={**os.environ, "PATH": path, "TWINE_REPOSITORY_URL": self.index, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
        return done.stdout


@dataclass(frozen=True)
class GitLabJobs:
    machine: Machine
    server: gitlab_server.GitLabServer

    def _job(self, name: str, folder: Path) -> None:
        content = yaml.safe_load((folder / ".gitlab-ci.yml").read_text(encoding="utf-8"))
        host = "127.0.0.1"
        url = f"https://nemogen:{gitlab_server.TOKEN}@{host}/{gitlab_server.PROJECT}.git"
        git(folder, "config", "--global", f"url.{self.machine.remote}.insteadOf", url)
        self.machine.run(
            "\n".join(content[name]["script"]),
            folder,
            **{**content["variables"], **self.server.environment, "CI_SERVER_HOST": host, "CI_DEFAULT_BRANCH": "main"},
        )

    def sync(self) -> None:
        folder = self.machine.checkout()
        git(folder, "checkout", "--quiet", "--detach")
        self._job("nemogen-sync", folder)

    def release(self) -> None:
        folder = self.machine.checkout()
        git(folder, "checkout", "--quiet", "--detach")
        self._job("nemogen-release", folder)
        self._job("nemogen-publish", folder)

    def open_branches(self) -> list[str]:
        return self.server.open_heads()


@dataclass(frozen=True)
class GitHubJobs:
    machine: Machine
    server: pulls_server.GitHubServer

    def _job(self, file: str, job: str, folder: Path) -> list[dict[str, Any]]:
        """Run the steps of a job that have a script; all its steps."""
        content = yaml.safe_load((folder / ".github/workflows" / file).read_text(encoding="utf-8"))["jobs"][job]
        given = {key: value for key, value in content.get("env", {}).items() if "${{" not in value}
        for step in content["steps"]:
            if "run" in step:
                self.machine.run(
                    step["run"],
                    folder,
                    **given,
                    GITHUB_API_URL=self.server.url,
                    GITHUB_REPOSITORY=pulls_server.REPOSITORY,
                    GITHUB_TOKEN=pulls_server.TOKEN,
                    GITHUB_OUTPUT=str(folder.with_suffix(".output")),
                )
        return list(content["steps"])

    def sync(self) -> None:
        self._job("nemogen-sync.yml", "sync", self.machine.checkout("--depth=1"))

    def release(self) -> None:
        folder = self.machine.checkout("--depth=1")
        self._job("nemogen-release.yml", "build", folder)
        if not folder.with_suffix(".output").exists():
            assert not (folder / "dist").exists()
            return
        assert "built=true" in folder.with_suffix(".output").read_text(encoding="utf-8").splitlines()
        steps = self._job("nemogen-release.yml", "publish", folder)
        assert [step["uses"].partition("@")[0] for step in steps] == [
            "actions/download-artifact",
            "actions/attest-build-provenance",
            "pypa/gh-action-pypi-publish",
        ]
        self.machine.run("twine upload --non-interactive dist/*", folder)  # what the last action does

    def open_branches(self) -> list[str]:
        return self.server.open_heads()


@pytest.fixture(name="machine")
def _machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    (tmp_path / "home").mkdir()
    isolate(monkeypatch, tmp_path / "home")
    tools = tmp_path / "tools"
    tools.mkdir()
    # The tools are installed already, as they are here: what the jobs install stands in an index that is far away.
    (tools / "pip").write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    (tools / "python").write_text(
        f'#!/bin/sh\n[ "$1 $2 $3" = "-m pip install" ] && exit 0\nexec {sys.executable} "$@"\n', encoding="utf-8"
    )
    for tool in tools.iterdir():
        tool.chmod(0o755)
    git(tmp_path, "init", "--bare", "--quiet", "remote.git")
    for name, value in (("TWINE_USERNAME", "anybody"), ("TWINE_PASSWORD", "anything")):
        monkeypatch.setenv(name, value)
    with serve_index(tmp_path / "index") as index:
        yield Machine(tmp_path, tmp_path / "remote.git", tools, index)


@pytest.fixture(name="jobs", params=["gitlab", "github"])
def _jobs(request: pytest.FixtureRequest, machine: Machine) -> Iterator[Jobs]:
    if request.param == "gitlab":
        with gitlab_server.serving(machine.remote) as gitlab:
            yield GitLabJobs(machine, gitlab)
    else:
        with pulls_server.serving(machine.remote) as github:
            yield GitHubJobs(machine, github)


def test_a_client_gets_from_an_empty_folder_to_an_index_and_follows_upstream(machine: Machine, jobs: Jobs) -> None:
    project = machine.folder / "project"
    project.mkdir()
    forge = "gitlab" if isinstance(jobs, GitLabJobs) else "github"
    machine.run(f"git init --quiet && nemogen init --ci {forge}", project)
    (project / "shop.json").write_bytes(documents.FIRST)
    machine.run("nemogen add shop shop.json && git add . && git commit --quiet --message Start", project)
    machine.run(f"git remote add origin {machine.remote} && git push --quiet origin main", project)

    jobs.release()  # nothing is approved yet
    assert not list((machine.folder / "index").iterdir())
    propose_and_release(machine, jobs, "nemogen-release/shop/0-1-0")
    assert call_installed(machine) == "0.1.0 lamp"

    git(project, "pull", "--quiet", "origin", "main")
    (project / "shop.json").write_bytes(documents.MORE)
    machine.run("git commit --quiet --all --message 'Upstream moved' && git push --quiet origin main", project)
    jobs.sync()
    (branch,) = [each for each in jobs.open_branches() if each.startswith("nemogen/shop/")]
    merge(machine, branch)
    jobs.release()  # the version that was approved is released, and the new one is not approved
    assert len(list((machine.folder / "index").iterdir())) == 2
    propose_and_release(machine, jobs, "nemogen-release/shop/0-1-1")
    assert call_installed(machine) == "0.1.1 lamp"
    tags = git(machine.remote, "tag", "--list").splitlines()
    assert tags == ["shop-v0.1.0", "shop-v0.1.1"]
    assert "colour" in git(machine.remote, "tag", "--list", "--format=%(contents)", "shop-v0.1.1")


def propose_and_release(machine: Machine, jobs: Jobs, branch: str) -> None:
    jobs.sync()
    assert branch in jobs.open_branches()
    merge(machine, branch)
    jobs.release()


def merge(machine: Machine, branch: str) -> None:
    """What the button of the forge does."""
    folder = machine.checkout()
    git(folder, "merge", "--quiet", "--no-ff", "--message", f"Merge {branch}", f"origin/{branch}")
    git(folder, "push", "--quiet", "origin", "main")


def call_installed(machine: Machine) -> str:
    """What a program prints that uses the newest version of the index, without what the project has on disk."""
    site = machine.folder / f"site-{len(list(machine.folder.glob('site-*')))}"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check"]
    where = ["--target", str(site), "--index-url", f"{machine.index}/simple/", "--no-cache-dir"]
    subprocess.run([*pip, *where, "shop"], check=True, capture_output=True, cwd=machine.folder)
    done = subprocess.run(
        [sys.executable, "-c", CALL],
        cwd=machine.folder,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    sbom = json.loads(next(site.glob("shop-*.dist-info/sboms/nemogen.cdx.json")).read_text(encoding="utf-8"))
    assert sbom["metadata"]["component"]["version"] == done.stdout.split()[0]
    return done.stdout.strip()
