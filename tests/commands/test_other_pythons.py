"""What one Python generates is up to date for every other one, byte for byte."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.commands.workshop import COMMAND, Done, Workshop, open_workshop
from tests.pythons import PROJECT, other_environments

CASES = PROJECT / "tests/cases"
OTHERS = other_environments()


def run(command: str | Path, workshop: Workshop, *arguments: str) -> Done:
    """The installed command of an environment."""
    variables = {**os.environ, "PATH": f"{Path(command).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run([command, *arguments], cwd=workshop.root, env=variables, capture_output=True, check=False)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(params=["characters-newer-than-a-python", "names-beyond-ascii"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Workshop:
    files: dict[str, str | bytes] = {
        "specs/shop/api.toml": '[source]\nfile = "docs/spec.yaml"\n',
        "docs/spec.yaml": (CASES / request.param / "spec.yaml").read_bytes(),
    }
    return open_workshop(tmp_path / "project", files, {})


@pytest.mark.skipif(not OTHERS, reason="there is no environment for another Python: .ci/run makes them")
def test_a_lock_and_a_package_are_up_to_date_for_every_python(project: Workshop, tmp_path: Path) -> None:
    copies = [project.copy(tmp_path / folder.name, {}) for folder in OTHERS]
    done = run(COMMAND, project, "sync")
    assert done.status == 0, done
    for folder, copy in zip(OTHERS, copies, strict=True):
        other = folder / "bin/nemogen"
        done = run(other, copy, "sync")
        assert done.status == 0, done
        assert copy.tree() == project.tree()
        for command, workshop in ((other, project), (COMMAND, copy)):
            done = run(command, workshop, "check", "--offline")
            assert done.status == 0, done
