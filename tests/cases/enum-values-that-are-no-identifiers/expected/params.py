# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict


class MixtureRequestParam(TypedDict):
    size: Literal["1024x1024", "16:9", "3/4", "", " ", "+", "-"]
    base: Literal["None", "true", "class", "self", "mro", "name", "value", "__init__"]
    gloss: NotRequired[Literal["a-b", "a_b", "a b", "A_B"]]
    tint: NotRequired[Literal["ünïcode", "中文", "🎨"]]
    batch: NotRequired[Literal["1", "1.0", "01"]]
    quote: NotRequired[Literal["it's", 'say "hi"', "back\\slash", "line\nbreak", "{{ x }}"]]
    range: NotRequired[Sequence[Literal["<1", "1-5", ">5"]]]
