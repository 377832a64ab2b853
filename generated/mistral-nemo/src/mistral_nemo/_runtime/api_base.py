"""What the sync and the async client share of a call: from arguments to a Call, from a response to its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .api_response import ApiResponse
from .call import Call
from .call_arguments import CallArguments
from .call_context import CallContext
from .decode import Decoders
from .log import logger_of
from .omit import Omit
from .raw_response import RawResponse
from .request_builder import Preparer
from .timeouts import Timeout

if TYPE_CHECKING:
    from .options import Options
    from .settings import Settings

TransportT = TypeVar("TransportT")


class ApiBase(Generic[TransportT]):
    """What both clients share: from arguments to a Call, from a response to its result."""

    def __init__(
        self, settings: Settings, options: Options, transport: TransportT, *, raw: bool = False, downloads: bool = False
    ) -> None:
        self._settings = settings
        self._options = options
        self._transport = transport
        self._raw = raw
        self._downloads = downloads
        self._decoders = Decoders.of(settings.package)
        self._preparer = Preparer(settings, options, self._decoders)
        self._context = CallContext(settings, options, self._decoders, logger_of(settings.package))

    def _begun(self, given: CallArguments) -> Call:
        limits = self._options.timeout if isinstance(given.timeout, Omit) else Timeout.of(given.timeout)
        prepared = self._preparer.prepare(given)
        return Call(
            self._context,
            given.operation,
            prepared,
            timeout=limits,
            streaming=given.streaming,
            downloads=self._downloads,
        )

    def _result(self, call: Call, response: ApiResponse) -> object:
        if not self._raw:
            return call.read(response)
        return RawResponse(
            status=response.status,
            headers=response.headers,
            request_id=call.request_id(response.headers),
            content=response.body,
            parse=lambda: call.read(response),
            typed=call.operation.headers,
        )

    def _opened(self, call: Call, stream: Any, response: ApiResponse) -> object:
        """A stream, wrapped where the caller wants the response as received."""
        if not self._raw:
            return stream
        return RawResponse(
            status=response.status,
            headers=response.headers,
            request_id=stream.request_id,
            content=b"",
            parse=lambda: stream,
            typed=call.operation.headers,
        )
