"""What is done beside the engine of the models, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

import pytest

from nemogen.assets import Assets, own_templates, runtime_folder
from nemogen.client import api_index, package
from tests.client.planned import settings
from tests.naming.small import operation, prepared, properties, ref, spec

STRING = {"type": "string"}


def test_the_models_are_waited_for_after_all_that_does_not_need_them(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    class Awaited(Future[Any]):
        def result(self, timeout: float | None = None) -> Any:
            order.append("models")
            return super().result(timeout)

    @contextmanager
    def beside(task: Callable[..., Any], *arguments: Any) -> Iterator[Future[Any]]:
        future = Awaited()
        future.set_result(task(*arguments))
        yield future

    def types_of(*arguments: Any) -> Any:
        order.append("texts")
        return listed(*arguments)

    listed = api_index.types_of
    monkeypatch.setattr(package, "beside", beside)
    monkeypatch.setattr(api_index, "types_of", types_of)
    document = prepared(spec({"/ships": {"get": operation(ref("Ship"))}}, {"Ship": properties(name=STRING)}))
    assets = Assets(own_templates(), runtime_folder())
    built = package.build(document, settings(), assets, meanwhile=lambda: order.append("meanwhile"))
    assert order == ["texts", "meanwhile", "models"]
    assert b"class Ship(" in built.source["models.py"]
