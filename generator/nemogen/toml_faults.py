"""Where a text is not valid TOML, as an error of its file."""

from __future__ import annotations

import re
from typing import Final

from nemogen.errors import ConfigError, Location

_POSITION: Final = re.compile(r" \(at line (\d+), column (\d+)\)$")

SEE: Final = "See https://toml.io."


def toml_fault(error: ValueError, text: str, file: str, remedy: str = SEE) -> ConfigError:
    """What is wrong with `text`, at its line and column; an error without a position is about the end of the file."""
    position = _POSITION.search(str(error))
    line, column = (int(part) for part in position.groups()) if position else (text.count("\n") + 1, 1)
    message = _POSITION.sub("", str(error))
    what, more = next((meant for words, meant in _MEANT.items() if words in message), (message, ""))
    where = Location(file, line=line, column=column)
    return ConfigError(f"not valid TOML: {what}", where=where, remedy=more or remedy)


_MEANT: Final = {
    "overwrite a value": ("a key is set twice", "Keep one of the two."),
    "declare": ("a table is declared twice", "Put the keys of both under one heading."),
}
"""Messages of tomllib about duplicates, each with a message and advice that name them."""
