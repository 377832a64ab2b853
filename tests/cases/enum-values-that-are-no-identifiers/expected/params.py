# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict


class MixtureRequestParam(TypedDict):
    base: Literal["None", "__init__", "class", "mro", "name", "self", "true", "value"]
    size: Literal["", " ", "+", "-", "1024x1024", "16:9", "3/4"]
    batch: NotRequired[Literal["01", "1", "1.0"]]
    gloss: NotRequired[Literal["A_B", "a b", "a-b", "a_b"]]
    quote: NotRequired[Literal["back\\slash", "it's", "line\nbreak", 'say "hi"', "{{ x }}"]]
    range: NotRequired[Sequence[Literal["1-5", "<1", ">5"]]]
    tint: NotRequired[Literal["ünïcode", "中文", "🎨"]]
