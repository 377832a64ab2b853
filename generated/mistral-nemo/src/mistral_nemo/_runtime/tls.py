"""TLS settings, created once for all clients of a process."""

from __future__ import annotations

import functools
import os
import ssl

from .errors import ConfigurationError

_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@functools.cache
def shared_ssl_context() -> ssl.SSLContext:
    """The TLS settings of all clients of the process. To make one costs 30 to 50 ms.

    Raises:
        ConfigurationError: the certificates that the environment names cannot be read.
    """
    import httpcore2

    try:
        return httpcore2.default_ssl_context()
    except OSError as error:
        given = next((f"{name} is {os.environ[name]!r}: " for name in _VARIABLES if os.environ.get(name)), "")
        reason = error.strerror or str(error)
        raise ConfigurationError(f"{given}the trusted certificates cannot be read ({reason})") from None


@functools.cache
def ssl_context_for_http() -> ssl.SSLContext:
    """For connections without TLS: it has no certificate authority, so that no TLS connection would succeed."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
