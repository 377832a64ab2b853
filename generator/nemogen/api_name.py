"""What an API may be called: the name is a folder under specs/ and generated/."""

from __future__ import annotations

import re

from nemogen.reserved_names import is_reserved


def problem_of_api_name(name: str) -> str | None:
    """What is wrong with `name` as the name of a folder under specs/, or None."""
    if not re.fullmatch(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?", name):
        return f"{name!r} is not a valid API name: lower-case letters, digits and - _ . between them are allowed"
    return f"{name!r} is a name that Windows keeps for a device" if is_reserved(name) else None


def default_names(api: str) -> tuple[str, str, str]:
    """Module, client class and prefix of environment variables for the folder `api`.

    my-api gives my_api, MyApi and MY_API.
    """
    words = [word for word in re.split(r"[^A-Za-z0-9]+", api) if word]
    module = "_".join(words).lower()
    return module, "".join(word[:1].upper() + word[1:] for word in words), module.upper()
