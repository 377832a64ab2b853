"""What the log and hooks see of a call: each request before it is sent, and how it ended. Secrets are masked."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from .api_response import ApiResponse
from .errors import APIError
from .grants import shown_url
from .hooks import HookRequest, HookResponse
from .log import log_outcome, log_request, log_response, redacted

if TYPE_CHECKING:
    from .call_state import CallState
    from .http_request import Prepared


def request_for_hooks(call: CallState) -> HookRequest | None:
    """The next request of a call, as hooks see it and may change it; None without hooks."""
    if not call.context.options.on_request:
        return None
    secret = secret_headers(call)
    return HookRequest(
        operation=call.operation.name,
        method=call.prepared.method,
        url=_shown_url(call),
        headers={name: value for name, value in call.prepared.headers.items() if name not in secret},
        attempt=call.attempts + 1,
    )


def secret_headers(call: CallState) -> dict[str, str]:
    """The headers of a request that hooks do not see: those that can carry the key, where the caller has set them."""
    given = call.prepared.headers
    return {name: given[name] for name in call.context.options.credentials.header_names if name in given}


def log_sending(call: CallState, prepared: Prepared) -> None:
    """Log a request of a call that is sent now."""
    logger = call.context.logger
    if logger.isEnabledFor(logging.DEBUG):
        headers = redacted(prepared.headers, call.context.options.credentials)
        url, method, size = _shown_url(call), prepared.method, prepared.size
        log_request(logger, method=method, url=url, headers=headers, size=size, attempt=call.attempts)


def observe(call: CallState, outcome: ApiResponse | APIError) -> HookResponse | None:
    """Note and log how a request of a call ended. Returns it as hooks see it; None without hooks."""
    seconds = time.monotonic() - call.sent_at
    logger, hidden = call.context.logger, call.context.options.credentials
    response = outcome if isinstance(outcome, ApiResponse) else None
    call.last_status = None if response is None else response.status
    if logger.isEnabledFor(logging.INFO):
        log_outcome(logger, call.operation.name, outcome_text(outcome), seconds)
        if response is not None and logger.isEnabledFor(logging.DEBUG):
            shown, size = redacted(response.headers, hidden), len(response.body)
            log_response(logger, status=response.status, headers=shown, seconds=seconds, size=size)
    if not call.context.options.on_response:
        return None
    headers = {} if response is None else redacted(response.headers, hidden)
    return HookResponse(
        operation=call.operation.name,
        method=call.prepared.method,
        url=_shown_url(call),
        status=call.last_status,
        headers=headers,
        request_id=call.request_id(headers),
        seconds=seconds,
        attempt=call.attempts,
        error=None if response is not None else str(outcome),
    )


def outcome_text(outcome: ApiResponse | APIError) -> str:
    """A response or an error in few words."""
    return f"status {outcome.status}" if isinstance(outcome, ApiResponse) else outcome.message


def _shown_url(call: CallState) -> str:
    return call.context.options.credentials.redact_url(shown_url(call.prepared.url, call.grant))
