"""AGENTS.md and llms.txt of a package: short, true, and with links to files that are there."""

from __future__ import annotations

import ast
import importlib
import re
import sys

import pytest

from tests.commands.workshop import Workshop


def test_agents_are_told_every_operation_and_a_call_that_runs(local: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    package = local.root / "generated/shop"
    text = (package / "AGENTS.md").read_text(encoding="utf-8")
    reported = re.findall(r"^- `(client\.[\w.]+)`: `\w+ /", text, re.MULTILINE)
    listed = re.findall(r"^### `(client\.[\w.]+)`", (package / "api.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert reported == listed
    assert len(reported) == 2
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    imported, made, call = ast.parse(code).body
    monkeypatch.syspath_prepend(str(package / "src"))
    try:
        shop = importlib.import_module("shop")
        assert {"APIError", "Shop", "AsyncShop"} <= set(shop.__all__)
    finally:
        for name in [each for each in sys.modules if each.partition(".")[0] == "shop"]:
            del sys.modules[name]
    assert ast.unparse(imported) == "from shop import Shop"
    assert ast.unparse(made) == "client = Shop()"
    assert ast.unparse(call).startswith(tuple(reported))


def test_every_link_of_llms_txt_leads_somewhere(local: Workshop) -> None:
    package = local.root / "generated/shop"
    text = (package / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# shop\n\n> ")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert links == ["AGENTS.md", "api.md", "README.md", "CHANGELOG.md"]
    assert all((package / link).is_file() for link in links)
