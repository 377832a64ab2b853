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
    what = f"not valid TOML: {_POSITION.sub('', str(error))}"
    return ConfigError(what, where=Location(file, line=line, column=column), remedy=remedy)
