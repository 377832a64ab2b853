from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from nemogen.client.format import formatted
from nemogen.errors import TemplateError, ToolError


def test_code_is_laid_out_imports_are_sorted_and_unused_ones_left_out() -> None:
    text = "from pkg.b import b\nimport sys, os\nx = { 'a':b }\nprint( os )\n"
    expected = b'import os\n\nfrom pkg.b import b\n\nx = {"a": b}\nprint(os)\n'
    assert formatted({"sub/module.py": text}, "pkg") == {"sub/module.py": expected}


def test_what_a_package_gives_away_stays_imported() -> None:
    assert formatted({"__init__.py": "from .a import b\n"}, "pkg") == {"__init__.py": b"from .a import b\n"}


def test_what_is_no_python_is_blamed_on_the_templates() -> None:
    with pytest.raises(TemplateError, match="not valid Python") as caught:
        formatted({"module.py": "def (:\n"}, "pkg")
    assert "module.py" in str(caught.value)


def test_text_of_any_script_is_kept() -> None:
    assert formatted({"module.py": 'x = "größe 🥐"\n'}, "pkg")["module.py"] == 'x = "größe 🥐"\n'.encode()


def test_any_ruff_on_the_path_will_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = shutil.which("ruff", path=str(Path(sys.executable).parent))
    assert found is not None
    (tmp_path / "ruff").symlink_to(found)
    monkeypatch.setitem(sys.modules, "ruff.__main__", None)  # as where it is no package of this environment
    monkeypatch.setenv("PATH", str(tmp_path))
    assert formatted({"module.py": "x=1\n"}, "pkg") == {"module.py": b"x = 1\n"}
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(ToolError, match="ruff is not installed"):
        formatted({"module.py": "x=1\n"}, "pkg")
