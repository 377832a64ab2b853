"""Converts exceptions of the HTTP libraries to our errors.

Told apart by the names of the classes, which httpx2 and httpx share: a client of either may be passed in.
"""

from __future__ import annotations

from .error_facts import ErrorFacts
from .errors import APIConnectionError, APIError, APIResponseError, APITimeoutError, ConfigurationError
from .timeouts import Deadline

_STEPS = {"ConnectTimeout": "connect", "PoolTimeout": "pool", "ReadTimeout": "read", "WriteTimeout": "write"}
_NEVER_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "WriteError", "WriteTimeout"}
"""What is raised where no request has reached the server, or a part of one at most, which it cannot act upon."""
_PACKED = {"DecodingError", "UnpackingError"}
_UNSENDABLE = {"InvalidURL", "LocalProtocolError", "UnsupportedProtocol"}


def failure(error: Exception, facts: ErrorFacts, deadline: Deadline) -> APIError:
    """The error of ours for one of theirs. It does not hold theirs: its traceback leads to headers, and to the key."""
    names = [kind.__name__ for kind in type(error).__mro__]
    cause = described(error)
    step = next((_STEPS[name] for name in names if name in _STEPS), None)
    if deadline.passed or (step is None and "TimeoutError" in names):
        step = "total" if deadline.passed else "read"
    if step is not None:
        return timed_out(step, facts, deadline, sent=not _NEVER_SENT.intersection(names))
    if _PACKED.intersection(names):
        return facts.error(APIResponseError, f"the response is compressed, and cannot be unpacked ({cause})")
    if _UNSENDABLE.intersection(names):
        return facts.error(ConfigurationError, f"the request cannot be sent ({cause})")
    if "CERTIFICATE_VERIFY_FAILED" in cause:
        return _untrusted(cause, facts)
    broken = facts.error(APIConnectionError, f"the connection failed ({cause})")
    broken.sent = not _NEVER_SENT.intersection(names)
    return broken


def described(error: Exception) -> str:
    """The class and the text of an exception."""
    text = str(error).strip()
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def is_timeout(error: Exception) -> bool:
    """Whether a wait took too long."""
    return any(kind.__name__ in _STEPS or kind is TimeoutError for kind in type(error).__mro__)


def _untrusted(cause: str, facts: ErrorFacts) -> APIConnectionError:
    """The error for a server that another try will not make trustworthy."""
    hint = "SSL_CERT_FILE in the environment names a file with the certificates to trust"
    untrusted = facts.error(APIConnectionError, f"the server's certificate is not trusted ({cause}); {hint}")
    untrusted.permanent = True
    return untrusted


def timed_out(step: str, facts: ErrorFacts, deadline: Deadline, sent: bool) -> APITimeoutError:
    """The error for a wait that took too long."""
    if step == "total":
        message = f"the call exceeded its total of {deadline.total:g} s"
    else:
        message = f"no progress within the {step} timeout"
    late = facts.error(APITimeoutError, message)
    late.step, late.sent = step, sent
    return late


def missing(library: str, error: ImportError) -> ConfigurationError:
    """The error for a library that the package needs, and that is not there, or is broken."""
    return ConfigurationError(f"{library} cannot be imported ({error}): install this package with its dependencies")
