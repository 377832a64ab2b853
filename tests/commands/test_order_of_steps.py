"""What is refused is refused before what takes long; and nothing is read twice."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from nemogen.assets import find_assets
from nemogen.commands.api import read_api
from nemogen.commands.build import package_of
from nemogen.document import Document
from nemogen.errors import SpecError
from nemogen.project import Project
from tests.commands import documents


def packaged(folder: Path, document: Any) -> int:
    """How often the released document is asked for while a package is made of another one."""
    api = folder / "specs" / "shop"
    api.mkdir(parents=True)
    (api / "api.toml").write_text('[source]\nfile = "openapi.json"\n')
    asked: list[None] = []

    def released() -> Document | None:
        asked.append(None)
        return None

    project = Project.find(folder)
    with suppress(SpecError):
        package_of(read_api(project, "shop"), json.dumps(document).encode(), find_assets(project), released=released)
    return len(asked)


def test_the_released_document_is_read_once(tmp_path: Path) -> None:
    assert packaged(tmp_path, documents.shop()) == 1


@pytest.mark.parametrize("change", [{"paths": []}, {"openapi": "4.0.0"}, {"paths": None}])
def test_a_refused_document_costs_no_reading_of_the_released_one(tmp_path: Path, change: dict[str, Any]) -> None:
    refused = {**documents.shop(), **change}
    assert packaged(tmp_path, refused) == 0
