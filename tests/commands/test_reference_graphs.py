"""Documents whose components refer to each other at random, through every command that reads one."""

from __future__ import annotations

import json
import subprocess
import sys
from random import Random
from typing import Any

import pytest

from tests.commands.workshop import Workshop, isolate, open_workshop
from tests.reference_graphs import document

BLOCKS, SIZE = 2, 8
VALUES: tuple[Any, ...] = (None, "a", [], {"kind": "k", "next": {}}, [{"next": [1]}])

USE = """
import importlib, sys, warnings
from pydantic import TypeAdapter
warnings.simplefilter("error")
for name in sys.argv[1:]:
    sys.path.insert(0, f"generated/{name}/src")
    module, models = importlib.import_module(name), importlib.import_module(f"{name}.models")
    assert [getattr(module, each) for each in module.__all__]
    importlib.import_module(f"{name}.params")
    for each in [each for each in dir(models) if each.startswith("C") and each[1:].isdigit()]:
        for value in (None, "a", [], {"kind": "k", "next": {}}, [{"next": [1]}]):
            try:
                TypeAdapter(getattr(models, each)).validate_python(value)
            except ValueError:
                pass
"""


def har(paths: list[str]) -> str:
    """An exchange for each value at each path."""
    header = [{"name": "Content-Type", "value": "application/json"}]
    entries = [
        {
            "request": {
                "method": "POST", "url": f"https://graph.example{path}", "headers": header,
                "postData": {"mimeType": "application/json", "text": json.dumps(value)},
            },
            "response": {
                "status": 200, "headers": header,
                "content": {"mimeType": "application/json", "text": json.dumps(value)},
            },
        }
        for path in paths
        for value in VALUES
    ]  # fmt: skip
    return json.dumps({"log": {"version": "1.2", "entries": entries}})


@pytest.fixture(scope="module", params=range(BLOCKS))
def graphs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A project of several APIs, each of a random document, with the packages generated."""
    names = [f"graph{request.param * SIZE + index}" for index in range(SIZE)]
    files: dict[str, str | bytes] = {}
    for index, name in enumerate(names):
        content = json.dumps(document(Random(f"command {request.param * SIZE + index}")), indent=1)
        files |= {f"specs/{name}/api.toml": f'[source]\nfile = "specs/{name}/openapi.json"\n'}
        files |= {f"specs/{name}/openapi.json": content}
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, tmp_path_factory.mktemp("home"))
        return open_workshop(tmp_path_factory.mktemp("graphs") / "project", files, {})


def test_every_graph_generates_a_package_that_can_be_imported_and_used(graphs: Workshop) -> None:
    done = graphs.run("generate", "--quiet")
    assert done.status == 0, done
    names = sorted(path.name for path in (graphs.root / "generated").iterdir())
    assert len(names) == SIZE
    command = [sys.executable, "-c", USE, *names]
    used = subprocess.run(command, cwd=graphs.root, capture_output=True, text=True, check=False)
    assert used.returncode == 0, used.stderr
    assert graphs.run("check", "--offline").status == 0


def test_any_two_graphs_can_be_compared(graphs: Workshop) -> None:
    pins = sorted(path.relative_to(graphs.root).as_posix() for path in graphs.root.glob("specs/*/openapi.json"))
    for base, revision in zip(pins, (*pins[1:], pins[0]), strict=True):
        done = graphs.run("diff", base, revision)
        assert done.status == 0, done
        assert "Traceback" not in done.err


def test_recordings_are_validated_against_any_graph(graphs: Workshop) -> None:
    assert graphs.run("generate", "--quiet").status == 0
    for pin in sorted(graphs.root.glob("specs/*/openapi.json")):
        name = pin.parent.name
        graphs.write("exchanges.har", har(list(json.loads(pin.read_bytes())["paths"])))
        imported = graphs.run("record", "import", name, "exchanges.har", "--force")
        assert imported.status == 0, imported
    done = graphs.run("test", "--coverage", "--quiet")
    assert done.status in (0, 1), done
    proposed = graphs.run("test", "--propose", "--quiet")
    assert proposed.status == 0, proposed
