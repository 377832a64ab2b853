# Written by nemogen.

from __future__ import annotations

from typing import Literal

from enum_values_that_are_no_identifiers._runtime.model import Model


class MixtureRequest(Model):
    size: Literal["1024x1024", "16:9", "3/4", "", " ", "+", "-"]
    base: Literal["None", "true", "class", "self", "mro", "name", "value", "__init__"]
    gloss: Literal["a-b", "a_b", "a b", "A_B"] | None = None
    tint: Literal["ünïcode", "中文", "🎨"] | None = None
    batch: Literal["1", "1.0", "01"] | None = None
    quote: Literal["it's", 'say "hi"', "back\\slash", "line\nbreak", "{{ x }}"] | None = None
    range: list[Literal["<1", "1-5", ">5"]] | None = None


class Mixture(Model):
    size: Literal["1024x1024", "16:9", "3/4", "", " ", "+", "-"] | str | None = None
