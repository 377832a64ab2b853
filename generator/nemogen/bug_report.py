"""Unexpected exceptions: a short message for the user, and a file with the traceback for the report."""

from __future__ import annotations

from nemogen.errors import InternalError


def internal_error(error: BaseException) -> InternalError:
    """Write the traceback of `error` to a file, if one can be written; the result is an error that names it.

    The message has only the type of `error`: the text of an exception can contain text of a document.
    """
    # Seldom needed, and slow to import.
    import tempfile
    import traceback

    what = f"{type(error).__name__}: this is a bug of nemogen"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="nemogen-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            traceback.print_exception(error, file=file)
    except OSError as failure:
        return InternalError(what, remedy=f"Its traceback could not be written to a file: {failure.strerror}.")
    return InternalError(what, remedy=f"Report it with the traceback in {file.name}.")
