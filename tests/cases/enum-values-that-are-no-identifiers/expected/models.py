# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Literal

from ._runtime.model import Model


class MixtureRequest(Model):
    base: Literal["None", "__init__", "class", "mro", "name", "self", "true", "value"]
    size: Literal["", " ", "+", "-", "1024x1024", "16:9", "3/4"]
    batch: Literal["01", "1", "1.0"] | None = None
    gloss: Literal["A_B", "a b", "a-b", "a_b"] | None = None
    quote: Literal["back\\slash", "it's", "line\nbreak", 'say "hi"', "{{ x }}"] | None = None
    range: list[Literal["1-5", "<1", ">5"]] | None = None
    tint: Literal["ünïcode", "中文", "🎨"] | None = None


class Mixture(Model):
    size: Literal["", " ", "+", "-", "1024x1024", "16:9", "3/4"] | str | None = None
