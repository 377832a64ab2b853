"""Converts what a request of a call can raise to an error of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import APIConnectionError, APIError, AuthenticationError, extend_message
from .request_body import StreamedBody
from .retry import retry_after
from .tokens import TokenRefused, TokenUnreachable
from .transport_errors import failure

if TYPE_CHECKING:
    from .call_state import CallState


def api_error(call: CallState, error: Exception) -> APIError:
    """The error for an exception of the HTTP library. Raises an exception of the request body itself."""
    if isinstance(error, APIError):
        return error
    content = call.prepared.content
    if isinstance(content, StreamedBody) and content.failure is not None:
        raise content.failure
    if isinstance(error, TokenRefused):
        return _refused_token(call, error)
    if isinstance(error, TokenUnreachable):
        unreached = failure(error.cause, call.facts(), call.deadline)
        extend_message(unreached, "; could not fetch a token")
        if isinstance(unreached, APIConnectionError):
            unreached.sent = False
        return unreached
    return failure(error, call.facts(), call.deadline)


def _refused_token(call: CallState, error: TokenRefused) -> AuthenticationError:
    response = error.response
    facts = call.facts(response.status, response.headers)
    # A successful response that cannot be used may still hold a token.
    body = response.body if response.status >= 300 else b""
    refused = facts.error(AuthenticationError, error.message, body, error.problem)
    refused.retry_after = retry_after(response.headers)
    return refused
