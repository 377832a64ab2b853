"""The whole loop over the real history of one document, in the order in which upstream pushed it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commands.upstream import Upstream
from tests.commands.workshop import Workshop
from tests.publish.repositories import git, status

UPSTREAM = os.environ.get("NEMOGEN_UPSTREAM")
REVISIONS = sorted(Path(UPSTREAM, "mistral-nemo").glob("*.json")) if UPSTREAM else []

LEVELS = {
    "20250219": {"breaking"},
    "20250227T1303": {"unreachable"},
    "20250227T1412": {"additive"},
    "20250227T1415": {"breaking"},
    "20250828": {"breaking"},
    "20250917": {"breaking"},
    "20250918": {"breaking"},
    "20251113": {"breaking"},
    "20260422": {"additive"},
}
"""What is known of a revision against the one before, by the beginning of its name: the state of upstream."""


@pytest.mark.slow
@pytest.mark.skipif(not REVISIONS, reason="NEMOGEN_UPSTREAM is not set")
def test_every_revision_is_synced_in_its_turn_and_what_is_no_spec_is_refused(
    workshop: Workshop, upstream: Upstream
) -> None:
    upstream.push(REVISIONS[0].read_bytes())
    assert workshop.run("sync").status == 3, "its paths are a list"
    assert status(workshop.root) == []
    for count, path in enumerate(REVISIONS[1:], start=2):
        commit = upstream.push(path.read_bytes())
        states = workshop.states("sync", "--accept", "breaking", status=0)
        expected = next((level for name, level in LEVELS.items() if path.name.startswith(name)), {states["upstream"]})
        assert states["upstream"] in expected, path.stem
        assert git(workshop.root, "rev-list", "--count", "HEAD") == str(count)
        assert workshop.lock()["source"]["commit"] == commit.sha
        assert (workshop.root / "specs/shop/openapi.json").read_bytes() == path.read_bytes()
    assert workshop.run("check").status == 0
    states = workshop.states("check", "--full", status=0)
    assert (states["regenerated"], states["imports"], states["types"]) == ("up to date",) * 3
