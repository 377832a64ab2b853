"""Resolves the current credentials of a call: calls the user's functions, and the token endpoint."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .credentials import Credential
from .errors import ConfigurationError
from .event_loops import waker
from .http_request import Prepared
from .read_response import head_of, read_body, read_body_async
from .secret import masked
from .tokens import Flight, Scopes, Token, TokenRefused, TokenResponse, Tokens, TokenUnreachable, endpoint

if TYPE_CHECKING:
    from .call import Call
    from .transport import AsyncTransport, SyncTransport


def authorize(call: Call, transport: SyncTransport, *, renew: bool = False) -> bool:
    """Set the credentials of the next request. True if they differ from those of the previous one.

    `renew`: the API has refused these, so a token that was fetched is fetched again. Raises what a function raises that
    was given as a key, ConfigurationError for what it gives, TokenRefused and TokenUnreachable.
    """
    values = []
    for at, (credential, scopes) in enumerate(call.grant.choice):
        if credential.tokens is None:
            values.append(_values(credential))
        else:
            refused = call.grant.tokens.get(at) if renew else None
            token = _token(call, _Wanted(credential, credential.tokens, scopes, refused), transport)
            call.grant.tokens[at] = token
            values.append([token.value])
    return _taken(call, values)


async def authorize_async(call: Call, transport: AsyncTransport, *, renew: bool = False) -> bool:
    """Like `authorize`; functions may be coroutine functions."""
    values = []
    for at, (credential, scopes) in enumerate(call.grant.choice):
        if credential.tokens is None:
            values.append(await _values_async(credential))
        else:
            refused = call.grant.tokens.get(at) if renew else None
            wanted = _Wanted(credential, credential.tokens, scopes, refused)
            token = await _token_async(call, wanted, transport)
            call.grant.tokens[at] = token
            values.append([token.value])
    return _taken(call, values)


def _taken(call: Call, values: list[list[str]]) -> bool:
    call.context.options.credentials.remember(value for own in values for value in own)
    return call.grant.take(values)


def _values(credential: Credential) -> list[str]:
    values = {name: masked(key()) if callable(key) else key for name, key in credential.keys.items()}
    for value in values.values():
        if inspect.isawaitable(value):
            if inspect.iscoroutine(value):
                value.close()
            raise ConfigurationError("a coroutine function as a key needs the async client")
    return _checked(credential, values)


async def _values_async(credential: Credential) -> list[str]:
    values: dict[str, object] = {}
    for name, key in credential.keys.items():
        value = masked(key()) if callable(key) else key
        values[name] = masked(await value) if inspect.isawaitable(value) else value
    return _checked(credential, values)


def _checked(credential: Credential, values: Mapping[str, object]) -> list[str]:
    return [credential.checked(name, value, f"the value that {name}() returned") for name, value in values.items()]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A token that a request needs, in place of the one that the API refused."""

    credential: Credential
    tokens: Tokens
    scopes: Scopes
    refused: Token | None


def _token(call: Call, wanted: _Wanted, transport: SyncTransport) -> Token:
    tokens, scopes = wanted.tokens, wanted.scopes
    while True:
        token, flight, is_ours = tokens.join(scopes, wanted.refused)
        if token is not None:
            return token
        assert flight is not None
        if not is_ours:
            arrived = threading.Event()
            flight.call_at_end(arrived.set)
            if not arrived.wait(call.deadline.remaining):
                raise TokenUnreachable(TimeoutError())
            token = _arrived(flight)
            if token is not None:
                return token
            continue
        error: Exception | None = None
        try:
            token = _fetched(call, wanted, transport)
            return token
        except (TokenRefused, TokenUnreachable) as failed:
            # Other callers may have more time left than this call.
            error = None if call.deadline.passed else failed
            raise
        finally:
            tokens.end(scopes, flight, token, error)


async def _token_async(call: Call, wanted: _Wanted, transport: AsyncTransport) -> Token:
    tokens, scopes = wanted.tokens, wanted.scopes
    while True:
        token, flight, is_ours = tokens.join(scopes, wanted.refused)
        if token is not None:
            return token
        assert flight is not None
        if not is_ours:
            import anyio

            arrived = anyio.Event()
            flight.call_at_end(waker(arrived.set))
            await arrived.wait()
            token = _arrived(flight)
            if token is not None:
                return token
            continue
        error: Exception | None = None
        try:
            token = await _fetched_async(call, wanted, transport)
            return token
        except (TokenRefused, TokenUnreachable) as failed:
            # Other callers may have more time left than this call.
            error = None if call.deadline.passed else failed
            raise
        finally:
            tokens.end(scopes, flight, token, error)


def _arrived(flight: Flight) -> Token | None:
    """The result of another caller's request; None if it was canceled and must be sent again."""
    match flight.error:
        case TokenRefused() as error:
            raise TokenRefused(error.message, error.response, error.problem)
        case TokenUnreachable() as error:
            raise TokenUnreachable(error.cause)
    return flight.token


def _fetched(call: Call, wanted: _Wanted, transport: SyncTransport) -> Token:
    identity = _values(wanted.credential)
    exchange = wanted.tokens.exchange(_url_of(call, wanted.credential), identity, wanted.scopes, call.user_agent)
    request = next(exchange)
    while True:
        response = _exchange(call, request, transport)
        try:
            request = exchange.send(response)
        except StopIteration as end:
            token: Token = end.value
            return token


async def _fetched_async(call: Call, wanted: _Wanted, transport: AsyncTransport) -> Token:
    identity = await _values_async(wanted.credential)
    exchange = wanted.tokens.exchange(_url_of(call, wanted.credential), identity, wanted.scopes, call.user_agent)
    request = next(exchange)
    while True:
        response = await _exchange_async(call, request, transport)
        try:
            request = exchange.send(response)
        except StopIteration as end:
            token: Token = end.value
            return token


def _url_of(call: Call, credential: Credential) -> str:
    context = call.context
    return endpoint(credential.auth.token_url, context.settings.base_url, context.options.base_url)


def _exchange(call: Call, request: Prepared, transport: SyncTransport) -> TokenResponse:
    try:
        head = head_of(transport.open(request, call.timeout.steps(call.deadline.remaining)))
        return TokenResponse(head.status, head.headers, read_body(head, call.deadline))
    except ConfigurationError:
        raise
    except Exception as error:  # noqa: BLE001  # from any HTTP library
        cause = error
    raise TokenUnreachable(cause)


async def _exchange_async(call: Call, request: Prepared, transport: AsyncTransport) -> TokenResponse:
    try:
        head = head_of(await transport.open(request, call.timeout.steps(call.deadline.remaining)))
        return TokenResponse(head.status, head.headers, await read_body_async(head))
    except ConfigurationError:
        raise
    except Exception as error:  # noqa: BLE001  # from any HTTP library
        cause = error
    raise TokenUnreachable(cause)
