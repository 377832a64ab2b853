"""The helpers that hand-written clients have, as code of the project beside mistral-nemo's document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nemogen.assets import find_assets
from nemogen.commands.api import Api, correct, read_api
from nemogen.commands.build import package_of
from nemogen.commands.custom_checks import check_custom
from nemogen.custom_code import read_custom
from nemogen.project import Project
from nemogen.report.model import State

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def with_helpers(folder: Path) -> Api:
    """mistral-nemo as a project would have it that keeps these helpers in its custom/."""
    (folder / "tests").mkdir()
    (folder / "assistants.py").write_bytes((HERE / "assistants.py.txt").read_bytes())
    (folder / "tests" / "test_assistants.py").write_bytes((HERE / "assistants_test.py.txt").read_bytes())
    api = read_api(Project(ROOT), "mistral-nemo")
    return replace(api, custom=read_custom(folder, "specs/mistral-nemo/custom"))


def test_the_helpers_are_short() -> None:
    assert len((HERE / "assistants.py.txt").read_text(encoding="utf-8").splitlines()) < 200


@pytest.mark.slow
def test_the_helpers_fit_the_generated_client_and_their_tests_pass(tmp_path: Path) -> None:
    api = with_helpers(tmp_path)
    assert api.pin is not None
    assert correct(api, api.pin).document.operations
    files = {**package_of(api, api.pin, find_assets(api.project))}
    files |= {f"tests/{path}": content for path, content in api.custom.test_files().items()}
    assert b"class MistralNemo(MistralNemoMixin, SyncClient):" in files["src/mistral_nemo/client.py"]
    (subject,) = check_custom(api, files)
    assert (subject.state, [(each.revision, each.message) for each in subject.findings]) == (State.OK, [])
