"""Objects to JSON: what came in an answer is sent as its place in the request takes it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel

from .sample.sample_api._runtime.encode import json_encoder
from .sample.sample_api._runtime.model import Model


class Page(Model):
    text: str | None
    note: str | None


class Letter(Model):
    pages: list[Page]
    aside: str | None = None


class OwnLetter(Letter):
    """A class of the user's, below one of the package."""


class Stranger(BaseModel):
    """No class of the package; another `Letter` may well be called like one of it."""

    note: str | None = None


Stranger.__name__ = "Letter"
RETURNED = {"Letter": ("aside",), "Page": ("note",)}


@pytest.mark.parametrize("kind", [Letter, OwnLetter])
def test_an_answer_that_is_sent_back_keeps_the_nulls_that_its_places_take_at_every_depth(kind: type[Letter]) -> None:
    document: dict[str, Any] = {"pages": [{"text": None, "note": None, "more": None}], "aside": None, "more": None}
    sent = json.loads(json_encoder(RETURNED)({"letter": kind.model_validate(document)}))
    assert sent == {"letter": {"pages": [{"note": None}], "aside": None}}


def test_a_class_that_is_none_of_the_package_is_sent_by_its_own_rules() -> None:
    assert json_encoder(RETURNED)(Stranger(note=None)) == b'{"note":null}'
