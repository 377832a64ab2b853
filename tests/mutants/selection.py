"""A plugin of pytest: which tests of some files are run, and in which order. It ends with the first that fails."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest


class Selection:
    """Those that are `chosen`, in their order, and behind them those that were not `known`: a fault may give a test
    other parameters."""

    def __init__(self, chosen: Sequence[str], known: Collection[str]) -> None:
        self._places = {test: number for number, test in enumerate(chosen)}
        self._left_out = {*known} - {*chosen}
        self.failed: str | None = None
        """The test that failed, or the file that could not be imported."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        left_out = [item for item in items if item.nodeid in self._left_out]
        if left_out:
            config.hook.pytest_deselected(items=left_out)
        kept = [item for item in items if item.nodeid not in self._left_out]
        items[:] = sorted(kept, key=lambda item: self._places.get(item.nodeid, len(self._places)))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed = report.nodeid

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = report.nodeid
