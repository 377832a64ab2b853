"""TLS settings, created once for all clients of a process."""

from __future__ import annotations

import functools
import os
import ssl

from .errors import ConfigurationError

_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


def shared_ssl_context() -> ssl.SSLContext:
    """The TLS settings of all clients of the process that were created under the same environment.

    Raises:
        ConfigurationError: the certificates that the environment names cannot be read.
    """
    return ssl_context_of(tuple(os.environ.get(name, "") for name in _VARIABLES))


@functools.cache
def ssl_context_of(given: tuple[str, ...]) -> ssl.SSLContext:
    """The TLS settings for these values of the variables. To make one costs 30 to 50 ms."""
    import httpcore2

    try:
        return httpcore2.default_ssl_context()
    except OSError as error:
        named = next((f"{name} is {value!r}: " for name, value in zip(_VARIABLES, given, strict=True) if value), "")
        reason = error.strerror or str(error)
        raise ConfigurationError(f"{named}the trusted certificates cannot be read ({reason})") from None


@functools.cache
def ssl_context_for_http() -> ssl.SSLContext:
    """For connections without TLS: it has no certificate authority, so that no TLS connection would succeed."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
