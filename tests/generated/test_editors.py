"""What an editor shows of a method whose arguments are declared once: pyright's language server, which Pylance is
built on."""

from __future__ import annotations

import importlib
import inspect
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generated.readme import SOURCE
from tests.servers.language_server import language_server

NAMES = ["messages", "model", "temperature", "tools", "extra_headers", "timeout"]
PROBE = """\
from mistral_nemo import MistralNemo

client = MistralNemo()
client.chat.completions.create(messages=[], temperature=1)
client.chat.completions.stream( )
"""


@pytest.mark.slow
def test_hover_completion_and_signature_help_list_the_arguments(tmp_path: Path) -> None:
    beside = str(Path(sys.executable).parent)
    pyright, command = (shutil.which(name, path=beside) for name in ("pyright", "pyright-langserver"))
    if pyright is None or command is None:
        pytest.skip("pyright is not installed")
    if subprocess.run([pyright, "--version"], capture_output=True, check=False).returncode:
        pytest.skip("pyright cannot run here")
    settings = {"extraPaths": [str(SOURCE)], "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    (tmp_path / "probe.py").write_text(PROBE, encoding="utf-8")
    with language_server([command, "--stdio"], tmp_path / "probe.py") as server:
        hover = server.hover("completions.create").replace("\\_", "_")
        assert "**arguments: **CompletionsCreateParams" in hover
        assert all(f"&nbsp;{name}: " in hover for name in NAMES), hover
        assert set(NAMES) <= set(server.keywords("completions.stream("))
        shown = server.signatures("create(messages=[], ")
        assert len(shown) == 3
        assert all(f" {name}: " in each for name in NAMES for each in shown), shown


def test_help_and_inspect_list_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SOURCE))
    chat = importlib.import_module("mistral_nemo.resources.chat")
    for owner in (chat.Completions, chat.AsyncCompletions):
        for method in (owner.create, owner.stream):
            assert set(NAMES) <= set(inspect.signature(method, eval_str=True).parameters)
            assert all(f" {name}: " in (inspect.getdoc(method) or "") for name in NAMES)
    assert set(NAMES) <= chat.CompletionsCreateParams.__annotations__.keys()
