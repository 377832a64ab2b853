"""The URL of a request: the server's URL with its variables, and the servers of single operations."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from .errors import ConfigurationError, PaginationError
from .operation import Operation
from .settings import Settings


def server_url(settings: Settings, base_url: str | None, variables: Mapping[str, str]) -> str | None:
    """`base_url` where the caller or the environment gives one, else the server's URL with these variables.

    Raises:
        ConfigurationError: a variable has a value that the API does not allow.
    """
    for name, value in variables.items():
        allowed = settings.server_variables.get(name, ())
        if allowed and value not in allowed:
            raise ConfigurationError(f"{name} is {value!r}: it must be one of {', '.join(allowed)}")
        if not isinstance(value, str) or set(value) & set("?#@\\ \r\n"):
            raise ConfigurationError(f"{name} is {value!r}: it must be a part of a URL")
    if base_url is not None or (settings.base_url_env and os.environ.get(settings.base_url_env)):
        return base_url
    url = settings.server
    for name, value in variables.items():
        url = url.replace(f"{{{name}}}", value)
    return url


def with_base_path(settings: Settings, base_url: str) -> str:
    """`base_url`, with the path of the API's server where that names no host and `base_url` has no path."""
    if settings.base_path and urlsplit(base_url).path in ("", "/"):
        return base_url.rstrip("/") + settings.base_path
    return base_url


def operation_url(settings: Settings, base_url: str, own: str | None, path: str) -> str:
    """The URL of an operation; `own` is its own server, of which the path alone counts where a caller calls another
    host than the API's: a key that is meant for that host goes to no other."""
    if own is not None:
        if "://" in own and base_url == settings.base_url.rstrip("/"):
            return own.rstrip("/") + path
        parts = urlsplit(base_url)
        return f"{parts.scheme}://{parts.netloc}{urlsplit(own).path.rstrip('/')}{path}"
    return base_url + path


def page_url(url: str, link: str, operation: Operation[Any]) -> str:
    """The URL of a page that the API names itself; `url` is that of the first page.

    Raises:
        PaginationError: it is of another origin, which would get the key, or not a URL at all.
    """
    try:
        found = urljoin(url, link).partition("#")[0]
        fault = "" if _origin(found) == _origin(url) else "is at another origin, which would get the key"
    except ValueError:
        found, fault = "", "is at another origin, or its address is not a valid URL"
    if not fault and re.search(r"[\x00-\x20\x7f\\]", found):
        fault = "has an address with characters that no URL has"
    if fault:
        raise PaginationError(f"the next page {fault}: it is not fetched", method=operation.method, path=operation.path)
    return quote(found, safe="%/:?#[]@!$&'()*+,;=~")


def _origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host (with a user where one is named) and port. Raises ValueError for a port that is none."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, f"{parts.username or ''}@{parts.hostname}", port


def warn_of_repeated_path(settings: Settings, base_url: str, path: str) -> None:
    """Warn where a base_url of the caller's ends with what the path begins with: `…/v1` and `/v1/things`."""
    end = "/" + urlsplit(base_url).path.strip("/").rpartition("/")[2]
    if end != "/" and base_url != settings.base_url.rstrip("/") and f"{path}/".startswith(f"{end}/"):
        what = f"base_url ends with {end}, and so begins the path {path}: {end}{path} is called"
        warnings.warn(f"{what}; leave {end} out of base_url if that is wrong", UserWarning, stacklevel=2)
