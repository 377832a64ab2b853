# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class SugGestionParam(TypedDict):
    """\"\""\\\"\""
    import os; os.abort()
    \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\"""

    kind: Literal['"""\nimport os', "it's"]
    """\"\""\\\"\""
    import os; os.abort()
    \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\"""

    text: NotRequired[str]
    """\"\""\\\"\""
    import os; os.abort()
    \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\"""
