"""Where mypy keeps what it knows of the dependencies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from nemogen.temporary_folders import temporary_folder


@contextmanager
def type_cache() -> Iterator[str]:
    """The folder for mypy's cache: the user's own where MYPY_CACHE_DIR names one, else one that goes again."""
    if os.environ.get("MYPY_CACHE_DIR"):
        yield os.environ["MYPY_CACHE_DIR"]
        return
    with temporary_folder() as folder:
        yield str(folder)
