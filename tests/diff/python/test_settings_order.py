"""Changes of settings stand in the order of the settings, whatever the hashes of their names are."""

from __future__ import annotations

from nemogen.diff.python.compare import compare
from nemogen.diff.python.surface import Alias, Surface
from nemogen.diff.python.types import ANY
from nemogen.errors import Location

NAMES = [f"setting_{number}" for number in (3, 1, 8, 2, 9, 7, 4, 6, 5)]


def surface(value: str) -> Surface:
    named = {".Any": ".models.Any"}
    definitions = {".models.Any": Alias(ANY, Location("x"))}
    return Surface("shop", named, definitions, {}, dict.fromkeys(NAMES, value))


def test_changes_of_settings_stand_in_their_order() -> None:
    found = [each.name for each in compare(surface("1"), surface("2"))]
    assert found == [f"client.settings.{name}" for name in NAMES]
