# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model


class SugGestion(Model):
    """\"\"\"\\\"\"\"
    import os; os.abort()
    \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\"""

    kind: Literal['"""\nimport os', "it's"]
    """\"\"\"\\\"\"\"
    import os; os.abort()
    \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\ """

    text: str | None = None
    """\"\"\"\\\"\"\"
    import os; os.abort()
    \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\ """


class SuggestionUpdateParameters(Model):
    box: str
    x_a_x_b: Annotated[str | None, Field(alias="X-A\r\nX-B")] = None
    q_7_7: Annotated[str | None, Field(alias='q"\n{{ 7*7 }}', pattern="^[\"'\\\\{}]+\\n$")] = None


class Suggestion(Model):
    """\"\"\"\\\"\"\"
    import os; os.abort()
    \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\" """

    a_b: Annotated[
        Literal[
            '"""',
            '"""\\"""\nimport os; os.abort()\n\\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s \r\u2028\u202e\x07 */ --> # \'\'\' \\',
            "'''",
            "\\",
        ]
        | str
        | None,
        Field(alias="a\nb"),
    ] = None
    a_quotation_mark_b: Annotated[str | None, Field(alias='a"b')] = None
    """ends in a quote " """

    a_apostrophe_b: Annotated[str | None, Field(alias="a'b")] = None
    """ends in a backslash \\ """

    a_reverse_solidus_b: Annotated[str | None, Field(alias="a\\b")] = None
    include_x: Annotated[str | None, Field(alias="{% include 'x' %}")] = None
    value_7_7: Annotated[str | None, Field(alias="{{ 7*7 }}")] = None
