"""Sources that are a command of the project, and files outside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nemogen.errors import SpecError, ToolError
from nemogen.source.command_output import run_command
from tests.commands import documents
from tests.commands.test_faults import wait_for
from tests.commands.workshop import IN_A_FILE, Workshop, open_workshop

PROGRAM = "import pathlib, sys\nsys.stdout.write(pathlib.Path('docs/shop.json').read_text())\n"
SETTINGS = f'[source]\ncommand = ["{sys.executable}", "tools/openapi.py"]\n'


@pytest.fixture
def commanded(tmp_path: Path) -> Workshop:
    files: dict[str, str | bytes] = {
        "specs/shop/api.toml": SETTINGS,
        "tools/openapi.py": PROGRAM,
        "docs/shop.json": documents.FIRST,
    }
    return open_workshop(tmp_path / "project", files, {})


def test_a_command_prints_the_spec(commanded: Workshop) -> None:
    done = commanded.run("sync")
    assert done.status == 0, done
    assert (commanded.root / "specs/shop/openapi.json").read_bytes() == documents.FIRST
    assert commanded.lock()["source"]["url"].endswith(" tools/openapi.py")
    assert commanded.run("check").status == 0
    commanded.write("docs/shop.json", documents.FIRST.replace(b'"price"', b'"cost"'))
    assert commanded.run("check").status == 1


def test_a_command_is_not_run_without_leave(commanded: Workshop) -> None:
    assert commanded.run("sync").status == 0
    commanded.write("tools/openapi.py", "import pathlib\npathlib.Path('ran').touch()\n")
    commanded.commit()
    states = commanded.states("check", "--no-project-code", status=0)
    assert states["upstream"] == "skipped"
    commanded.run("check", "--offline")
    commanded.run("generate")
    assert not (commanded.root / "ran").exists()


@pytest.mark.parametrize(
    ("program", "status", "reported"),
    [
        ("import sys\nsys.exit('the module is missing')\n", 4, "the module is missing"),
        ("print('hello')\n", 3, "output of"),
        ("", 3, "empty"),
    ],
)
def test_what_is_wrong_with_a_command_is_reported(
    commanded: Workshop, program: str, status: int, reported: str
) -> None:
    commanded.write("tools/openapi.py", program)
    before = commanded.tree()
    done = commanded.run("sync", "--no-commit")
    assert done.status == status, done
    assert reported in done.out + done.err or "tools/openapi.py" in done.out + done.err
    assert commanded.tree() == before


@pytest.mark.parametrize("value", ["[]", '"python -m app"', "[1]", '["python", ""]'])
def test_a_command_is_a_list_of_texts(commanded: Workshop, value: str) -> None:
    commanded.write("specs/shop/api.toml", f"[source]\ncommand = {value}\n")
    done = commanded.run("sync", "--no-commit")
    assert done.status == 3, done
    assert "source.command" in done.out + done.err


def test_time_and_output_of_a_command_are_bounded(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="takes longer"):
        run_command([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, 100, 0.2)
    with pytest.raises(SpecError, match="larger than 100 bytes"):
        run_command([sys.executable, "-c", "while True: print('x' * 1000)"], tmp_path, 100)
    assert run_command([sys.executable, "-c", "print('x' * 99)"], tmp_path, 100) == b"x" * 99 + b"\n"
    with pytest.raises(ToolError, match="no such command"):
        run_command(["no-such-program-here"], tmp_path, 100)


def test_what_a_command_started_does_not_outlive_it(tmp_path: Path) -> None:
    code = "import subprocess; print(subprocess.Popen(['sleep', '60']).pid)"
    started = int(run_command([sys.executable, "-c", code], tmp_path, 100))
    wait_for(lambda: not is_running(started))


def is_running(process: int) -> bool:
    """Whether a process is there, and not just waiting for its parent to ask how it ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_file_outside_the_project(tmp_path: Path) -> None:
    workshop = open_workshop(tmp_path / "project", {"pyproject.toml": ""}, {})
    (tmp_path / "app").mkdir()
    (tmp_path / "app/shop.json").write_bytes(documents.FIRST)
    done = workshop.run("add", "shop", "../app/shop.json")
    assert done.status == 0, done
    assert 'file = "../app/shop.json"' in (workshop.root / "specs/shop/api.toml").read_text()
    assert workshop.run("check").status == 0
    (tmp_path / "app/shop.json").write_bytes(documents.FIRST.replace(b'"price"', b'"cost"'))
    assert workshop.run("check").status == 1


def test_files_beside_a_file_outside_are_read_and_no_others(tmp_path: Path) -> None:
    workshop = open_workshop(tmp_path / "project", {"specs/shop/api.toml": IN_A_FILE.replace("docs", "../app")}, {})
    (tmp_path / "app").mkdir()
    (tmp_path / "item.json").write_text('{"type": "string"}')
    (tmp_path / "app/item.json").write_text('{"type": "string"}')
    text = documents.FIRST.replace(b"#/components/schemas/Item", b"item.json")
    (tmp_path / "app/shop.json").write_bytes(text)
    assert workshop.run("sync", "--no-commit").status == 0
    (tmp_path / "app/shop.json").write_bytes(text.replace(b"item.json", b"../item.json"))
    done = workshop.run("sync", "--no-commit")
    assert done.status == 3, done
    assert "leads outside the project" in done.out + done.err
