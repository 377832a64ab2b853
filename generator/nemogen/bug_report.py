"""What becomes of an exception that nobody foresaw: a short message for the user, and a file for whoever fixes it."""

from __future__ import annotations

from nemogen.errors import InternalError


def internal_error(error: BaseException) -> InternalError:
    """The error that names the file in which the traceback of `error` was written, where one could be.

    The message names the type alone: the text of an exception can hold whatever a document holds.
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
