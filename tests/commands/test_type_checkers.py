"""`[check] types`: the type checker that a full check reads a package with."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from nemogen.commands.type_checkers import CHECKERS
from nemogen.config_checks import TYPE_CHECKERS
from tests.commands.workshop import Workshop


def test_every_checker_that_can_be_named_can_be_run() -> None:
    assert tuple(CHECKERS) == TYPE_CHECKERS


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPE_CHECKERS)
def test_an_error_is_found_with_its_file_and_line(name: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(CHECKERS[name].module) is None:
        pytest.skip(f"{name} is not installed")
    package = tmp_path / "src/shop"
    package.mkdir(parents=True)
    (package / "py.typed").touch()
    (package / "__init__.py").write_text('"""A shop."""\n\nPRICE: int = "dear"\n', encoding="utf-8")
    command = [sys.executable, *CHECKERS[name].command(tmp_path / "src", "shop", str(tmp_path / "cache"))]
    done = subprocess.run(command, cwd=tmp_path / "src", capture_output=True, text=True, check=False)
    (fault,) = CHECKERS[name].read(done.stdout)
    assert (Path(fault.path).name, fault.line) == ("__init__.py", 3)
    assert "int" in fault.message


@pytest.mark.slow
def test_a_full_check_reads_types_with_the_checker_of_the_settings(local: Workshop) -> None:
    pytest.importorskip("ty")
    settings = local.root / "specs/shop/api.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '\n[check]\ntypes = "ty"\n', encoding="utf-8")
    local.commit()
    assert local.run("generate").status == 0
    report = local.report("check", "--offline", "--full", status=0)
    types = next(each for each in report["apis"][0]["subjects"] if each["name"] == "types")
    assert (types["state"], types["why"].partition(";")[0]) == ("up to date", "by ty")
    local.write("generated/shop/src/shop/more.py", 'PRICE: int = "dear"\n')
    report = local.report("check", "--offline", "--full", status=1)
    types = next(each for each in report["apis"][0]["subjects"] if each["name"] == "types")
    assert (types["state"], [each["revision"]["file"] for each in types["findings"]]) == (
        "failed",
        ["generated/shop/src/shop/more.py"],
    )


def test_a_checker_that_does_not_exist_is_said(local: Workshop) -> None:
    local.write("specs/shop/api.toml", '[source]\nfile = "docs/shop.json"\n[check]\ntypes = "pytype"\n')
    done = local.run("check", "--offline")
    assert done.status == 3, done
    assert "mypy, pyright, ty, pyrefly" in done.out
