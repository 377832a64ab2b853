"""TOML as a value. Everything that nemogen reads of it goes through here."""

from __future__ import annotations

import tomllib
from tomllib import TOMLDecodeError as TOMLDecodeError


def parse_toml(text: str) -> dict[str, object]:
    """The table of a TOML 1.0 text. Raises TOMLDecodeError, also for what tomllib has no words for: nesting deeper than
    its stack, and a number or a date that Python does not have."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TOMLDecodeError("it is nested too deeply") from None
    except TOMLDecodeError:
        raise
    except ValueError as error:
        raise TOMLDecodeError(f"a value cannot be read: {error}") from None
