# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

from sequential_media_types._runtime.model import Model


class Shock(Model):
    strength: float


WordEvent = TypeAliasType("WordEvent", str)
